using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>What one version of a service item or definition says, as it was loaded.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class RawModel(NpgsqlDataSource database) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Code, or definition id.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Which version.</summary>
    public int Version { get; private set; }

    /// <summary>The JSON, indented.</summary>
    public string Json { get; private set; } = "";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string kind, string name, int version, CancellationToken ct)
    {
        await using var command = database.CreateCommand(string.Equals(kind, "item", StringComparison.Ordinal)
            ? "select content from service_item_versions where code = $1 and version = $2"
            : "select content from workflow_definitions where definition_id = $1 and version = $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = version });
        if (await command.ExecuteScalarAsync(ct) is not string content) return NotFound();
        (Name, Version, Json) = (name, version, JsonNode.Parse(content)!.ToJsonString(Readable));
        return Page();
    }
}
