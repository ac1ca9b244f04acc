using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.Extensions.Logging;
using Npgsql;
using TalentPortal.Core.RuleChanges.Sheets;

namespace TalentPortal.Core.RuleChanges;

/// <summary>Keeps what administrators released of an item's rules when a newer program brings a newer file of the item.</summary>
public sealed class KeptItemRules(ILogger<KeptItemRules> logger)
{
    private const string ReleasedSql = """
        select c.content, c.valid_from from rule_changes c join service_item_versions v on v.rule_change_id = c.id
        where v.code = $1 order by v.version
        """;

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A file's text as it is to be published: as it stands where nothing was released and its number is free.</summary>
    /// <param name="connection">The connection of the publishing transaction.</param>
    /// <param name="code">Code of the item.</param>
    /// <param name="text">The file.</param>
    /// <param name="version">The number under which it is published.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<string> OverAsync(NpgsqlConnection connection, string code, string text, int version, CancellationToken ct)
    {
        var content = JsonNode.Parse(text)!.AsObject();
        var isAsItStands = content["version"]!.GetValue<int>() == version;
        await using var command =
            new NpgsqlCommand(ReleasedSql, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = code } } };
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            isAsItStands = false;
            var gone = RulePatch.Overlay(content, RuleContent.Set(row.GetString(0)), row.GetFieldValue<DateOnly>(1));
            if (gone.Count > 0)
                logger.LogWarning("The new file of {Item} has no place for what was released at {Paths}", code, string.Join(", ", gone));
        }

        content["version"] = version;
        return isAsItStands ? text : content.ToJsonString(Readable);
    }
}
