using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>One version of a service item or of a definition.</summary>
/// <param name="Name">Code, or definition id.</param>
/// <param name="Key">Readable key of an item; null for a definition.</param>
/// <param name="Version">Which version.</param>
/// <param name="Checksum">SHA-256 of what it says.</param>
/// <param name="Definition">Which definition handles it; null for a definition.</param>
/// <param name="LoadedAt">Since when, UTC.</param>
/// <param name="Cases">How many cases, or running instances, are pinned to it.</param>
internal sealed record VersionRow(
    string Name, string? Key, int Version, string Checksum, string? Definition, DateTimeOffset LoadedAt, long Cases);

/// <summary>Service items and workflow definitions with all their versions.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class ItemsModel(NpgsqlDataSource database) : PageModel
{
    private const string ItemsSql = """
        select v.code, v.key, v.version, v.checksum, v.definition_id || ' v' || v.definition_version, v.published_at,
          (select count(*) from applications a where a.service_item_version_id = v.id and a.submitted_at is not null)
        from service_item_versions v order by v.code, v.version desc
        """;

    private const string DefinitionsSql = """
        select d.definition_id, null::text, d.version, d.checksum, null::text, d.loaded_at,
          (select count(*) from workflow_instances i where i.definition_id = d.definition_id and i.definition_version = d.version and i.status = 'Running')
        from workflow_definitions d order by d.definition_id, d.version desc
        """;

    /// <summary>Service items.</summary>
    public IReadOnlyList<VersionRow> Items { get; private set; } = [];

    /// <summary>Definitions.</summary>
    public IReadOnlyList<VersionRow> Definitions { get; private set; } = [];

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Items = await ReadAsync(ItemsSql, ct);
        Definitions = await ReadAsync(DefinitionsSql, ct);
    }

    private async Task<IReadOnlyList<VersionRow>> ReadAsync(string sql, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<VersionRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new VersionRow(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetInt32(2),
                reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5), reader.GetInt64(6)));
        }

        return rows;
    }
}
