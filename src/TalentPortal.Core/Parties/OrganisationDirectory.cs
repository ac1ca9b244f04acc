using System.Collections.Frozen;
using Npgsql;

namespace TalentPortal.Core.Parties;

/// <summary>A unit as the portal needs it while a case moves.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">Natural key.</param>
/// <param name="Kind">What it is.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="ParentId">The unit above it.</param>
/// <param name="RegionCode">Region code.</param>
/// <param name="DistrictId">District.</param>
/// <param name="DecidingBodyKind">Government or party.</param>
public sealed record OrganisationEntry(
    Guid Id, string Code, OrganisationKind Kind, string NameZh, string NameEn, Guid? ParentId, string? RegionCode, short DistrictId,
    string? DecidingBodyKind);

/// <summary>The district's units in memory; units change a few times a year, so a minute's age does no harm.</summary>
public sealed class OrganisationDirectory(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    // Firms are applicants, and there may be many thousands: they are looked up, not kept.
    private const string LoadSql =
        "select id, code, kind, name_zh, name_en, parent_id, region_code, district_id, deciding_body_kind from organisations where kind <> 'Firm'";

    private volatile Snapshot? snapshot;

    /// <summary>All units that act in cases.</summary>
    public async ValueTask<IReadOnlyCollection<OrganisationEntry>> AllAsync(CancellationToken ct) => (await CurrentAsync(ct)).ById.Values;

    /// <summary>By key; null when there is none.</summary>
    public async ValueTask<OrganisationEntry?> FindAsync(Guid id, CancellationToken ct) =>
        (await CurrentAsync(ct)).ById.GetValueOrDefault(id);

    /// <summary>By natural key; null when there is none.</summary>
    public async ValueTask<OrganisationEntry?> FindAsync(string code, CancellationToken ct) =>
        (await CurrentAsync(ct)).ByCode.GetValueOrDefault(code);

    /// <summary>The village with this 12-digit code, or the town with this 9-digit code; null when there is none.</summary>
    public async ValueTask<OrganisationEntry?> InRegionAsync(string regionCode, CancellationToken ct) =>
        (await CurrentAsync(ct)).ByRegion.GetValueOrDefault(regionCode);

    /// <summary>Forgets, so that the next question reads anew.</summary>
    public void Forget() => snapshot = null;

    private async ValueTask<Snapshot> CurrentAsync(CancellationToken ct)
    {
        if (snapshot is { } known && time.GetElapsedTime(known.Taken) < Age) return known;
        await using var command = database.CreateCommand(LoadSql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var entries = new List<OrganisationEntry>();
        while (await reader.ReadAsync(ct))
        {
            entries.Add(new OrganisationEntry(reader.GetGuid(0), reader.GetString(1), Enum.Parse<OrganisationKind>(reader.GetString(2)),
                reader.GetString(3), reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetGuid(5),
                reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetInt16(7), reader.IsDBNull(8) ? null : reader.GetString(8)));
        }

        return snapshot = new Snapshot(entries, time.GetTimestamp());
    }

    private sealed class Snapshot(List<OrganisationEntry> entries, long taken)
    {
        public long Taken { get; } = taken;

        public FrozenDictionary<Guid, OrganisationEntry> ById { get; } = entries.ToFrozenDictionary(entry => entry.Id);

        public FrozenDictionary<string, OrganisationEntry> ByCode { get; } =
            entries.ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);

        public FrozenDictionary<string, OrganisationEntry> ByRegion { get; } = entries
            .Where(entry => entry is { RegionCode: not null, Kind: OrganisationKind.Town or OrganisationKind.Village })
            .GroupBy(entry => entry.RegionCode!, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }
}
