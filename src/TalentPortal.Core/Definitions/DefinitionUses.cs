using Npgsql;
using TalentPortal.Core.Orchestration;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Definitions;

/// <summary>A version of a service item that a version of a definition handles.</summary>
/// <param name="Code">The item's code.</param>
/// <param name="NameZh">Its name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="Version">Its version.</param>
/// <param name="DefinitionVersion">The definition's version behind it.</param>
/// <param name="IsCurrent">Whether new applications get it.</param>
/// <param name="Cases">How many cases were handed in with it.</param>
public sealed record ItemUse(
    string Code, string NameZh, string NameEn, int Version, int DefinitionVersion, bool IsCurrent, long Cases);

/// <summary>Where another definition runs this one.</summary>
/// <param name="DefinitionId">The other definition.</param>
/// <param name="Version">Its version.</param>
/// <param name="ActivityId">The activity that runs it.</param>
public sealed record DispatchUse(string DefinitionId, int Version, string ActivityId);

/// <summary>Where definitions are used: by service items, and by one another.</summary>
public sealed class DefinitionUses(NpgsqlDataSource database, WorkflowDefinitions definitions)
{
    private const string ItemsSql =
        """
        select v.code, v.content::json #>> '{name,zh}', v.content::json #>> '{name,en}', v.version, v.definition_version,
          not exists (select from service_item_versions n where n.code = v.code and n.version > v.version),
          (select count(*) from applications a where a.service_item_version_id = v.id and a.submitted_at is not null)
        from service_item_versions v where v.definition_id = $1 order by v.code, v.version desc
        """;

    /// <summary>The service items' versions that a definition handles, the newest first.</summary>
    public async Task<IReadOnlyList<ItemUse>> ItemsAsync(string definitionId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(ItemsSql);
        command.Parameters.AddWithValue(definitionId);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var uses = new List<ItemUse>();
        while (await rows.ReadAsync(ct))
        {
            uses.Add(new ItemUse(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetInt32(3), rows.GetInt32(4),
                rows.GetBoolean(5), rows.GetInt64(6)));
        }

        return uses;
    }

    /// <summary>The activities of published definitions that run a definition.</summary>
    public IReadOnlyList<DispatchUse> Dispatches(string definitionId) =>
        [.. from definition in definitions.Runner.Catalog.Definitions
            where definition.IsPublished
            from node in definition.Activities
            where Target(node) == definitionId
            select new DispatchUse(definition.DefinitionId, definition.Version, node.Id)];

    private static string? Target(ActivityNode node) => node.Reference?.DefinitionId
        ?? (node.LiteralInput("workflowDefinitionId") is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var id) ? id : null);
}
