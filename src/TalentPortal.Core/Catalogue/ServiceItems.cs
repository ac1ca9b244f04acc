using System.Collections.Frozen;
using Npgsql;
using TalentPortal.Core.Catalogue.Reading;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue;

/// <summary>
/// All published versions in memory, read from the database: a portal that meets a version it does not know, because another
/// portal published it, reads them again.
/// </summary>
public sealed class ServiceItems(NpgsqlDataSource database, ServiceItemReader reader)
{
    private const string LoadSql = "select id, key, definition_version, content from service_item_versions order by code, version";

    private volatile Snapshot snapshot = new([]);

    /// <summary>The newest version of every item, in the order of their codes.</summary>
    public IReadOnlyList<ServiceItemVersion> Current => snapshot.Current;

    /// <summary>The newest version of every item that people find among the services.</summary>
    public IEnumerable<ServiceItemVersion> Listed => snapshot.Current.Where(version => version.Item.Listed);

    /// <summary>The newest version of the listed item with this code or key; null when there is none.</summary>
    public ServiceItemVersion? FindListed(string codeOrKey) => Find(codeOrKey) is { Item.Listed: true } found ? found : null;

    /// <summary>The newest version of the item with this code or key; null when there is none.</summary>
    public ServiceItemVersion? Find(string codeOrKey) => snapshot.ByName.GetValueOrDefault(codeOrKey);

    /// <summary>A version that a case pins.</summary>
    /// <exception cref="InvalidOperationException">The database does not have it.</exception>
    public async ValueTask<ServiceItemVersion> VersionAsync(Guid id, CancellationToken ct)
    {
        if (!snapshot.ById.ContainsKey(id)) await LoadAsync(ct);
        return snapshot.ById.GetValueOrDefault(id) ?? throw new InvalidOperationException($"There is no service item version {id}.");
    }

    /// <summary>A version that is known to be in memory, for lists; null otherwise.</summary>
    public ServiceItemVersion? Known(Guid id) => snapshot.ById.GetValueOrDefault(id);

    /// <summary>Reads all versions.</summary>
    /// <exception cref="StartupRefusedException">A stored version can no longer be read.</exception>
    public async Task LoadAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(LoadSql);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var versions = new List<ServiceItemVersion>();
        while (await rows.ReadAsync(ct))
        {
            var id = rows.GetGuid(0);
            var known = snapshot.ById.GetValueOrDefault(id);
            versions.Add(known ?? new ServiceItemVersion(id, Read(rows.GetString(1), rows.GetString(3)), rows.GetInt32(2)));
        }

        snapshot = new Snapshot(versions);
    }

    private ServiceItem Read(string key, string json)
    {
        var reading = reader.Read(json, key + ".json");
        return reading.Item ?? throw new StartupRefusedException(
            $"Service item {key} in the database cannot be read: {string.Join("; ", reading.Errors)}");
    }

    private sealed class Snapshot(IReadOnlyList<ServiceItemVersion> all)
    {
        public FrozenDictionary<Guid, ServiceItemVersion> ById { get; } = all.ToFrozenDictionary(version => version.Id);

        public IReadOnlyList<ServiceItemVersion> Current { get; } =
            [.. all.GroupBy(version => version.Item.Code).Select(group => group.MaxBy(version => version.Item.Version)!)
                .OrderBy(version => version.Item.Code, StringComparer.Ordinal)];

        public FrozenDictionary<string, ServiceItemVersion> ByName => byName ??= Current
            .SelectMany(version => new[] { (version.Item.Code, version), (version.Item.Key, version) })
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.version, StringComparer.OrdinalIgnoreCase);

        private FrozenDictionary<string, ServiceItemVersion>? byName;
    }
}
