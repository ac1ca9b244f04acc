using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Definitions.Differences;
using TalentPortal.Web.Security;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Web.Pages.Admin.Definitions;

/// <summary>Two versions of a definition side by side: part by part, and line by line.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class CompareModel(DefinitionRegister register, DefinitionCheck check) : PageModel
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The definition.</summary>
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>The older version; without it the one before the newer.</summary>
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    /// <summary>The newer version; without it the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    /// <summary>The versions there are, the newest first.</summary>
    public IReadOnlyList<DefinitionVersion> Versions { get; private set; } = [];

    /// <summary>What differs, without what only the drawing says.</summary>
    public IReadOnlyList<PartChange> Changes { get; private set; } = [];

    /// <summary>How many activities and connections differ only in their drawing.</summary>
    public int Drawn { get; private set; }

    /// <summary>The lines that differ, the layout of both files made the same.</summary>
    public IReadOnlyList<LineChange> Lines { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Versions = await register.OfAsync(Id, ct);
        if (Versions.Count == 0) return NotFound();
        To ??= Versions[0].Version;
        From ??= (Versions.FirstOrDefault(version => version.Version < To) ?? Versions[^1]).Version;
        if (await ReadAsync(From.Value, ct) is not { } before || await ReadAsync(To.Value, ct) is not { } after) return NotFound();
        if (before.Definition is { } was && after.Definition is { } now)
        {
            var all = DefinitionDifference.Between(was, now);
            Changes = [.. all.Where(change => !change.IsDrawing)];
            Drawn = all.Count - Changes.Count;
        }

        Lines = LineDifference.Between(Indented(before.Text), Indented(after.Text));
        return Page();
    }

    private async Task<(string Text, WorkflowDefinition? Definition)?> ReadAsync(int version, CancellationToken ct) =>
        await register.FileAsync(Id, version, ct) is { } file ? (file.Text, check.Read(file.Text, Id).Definition) : null;

    private static string Indented(string json) => JsonNode.Parse(json)!.ToJsonString(Readable);
}
