using System.Text.Json.Nodes;
using Npgsql;

namespace TalentPortal.Core.RuleChanges;

/// <summary>The JSON of service items, as published.</summary>
public sealed class ItemContents(NpgsqlDataSource database)
{
    private const string NewestSql = "select content from service_item_versions where code = $1 order by version desc limit 1";

    /// <summary>The newest version's JSON; null when there is no such item.</summary>
    public async Task<JsonObject?> NewestAsync(string code, CancellationToken ct)
    {
        await using var command = database.CreateCommand(NewestSql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = code });
        return await command.ExecuteScalarAsync(ct) is string content ? JsonNode.Parse(content)!.AsObject() : null;
    }
}
