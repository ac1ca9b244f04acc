using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Definitions;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Definitions;

/// <summary>All workflow definitions with their versions; a file of Elsa's format is brought in here.</summary>
[RequirePermission(Permission.RunOperations)]
[LargeForm]
internal sealed class IndexModel(DefinitionRegister register, DefinitionUses uses, DefinitionImport import, IStringLocalizer texts)
    : PageModel
{
    /// <summary>The definitions.</summary>
    public IReadOnlyList<DefinitionRow> Rows { get; private set; } = [];

    /// <summary>What is wrong with the file that was sent.</summary>
    public IReadOnlyList<FindingView> Findings { get; private set; } = [];

    /// <summary>The file that was sent.</summary>
    [BindProperty]
    public IFormFile? Sent { get; set; }

    /// <summary>The question for a file.</summary>
    public FileFieldView Question => new()
    {
        Name = nameof(Sent),
        Label = texts["Definitions.Import.File"],
        Hint = texts["Definitions.Import.Hint"],
        Accept = ".json",
        MaxBytes = import.MostBytes,
        IsRequired = true,
        Error = ModelState.TryGetValue(nameof(Sent), out var state) && state.Errors is [var error, ..] ? error.ErrorMessage : null,
    };

    /// <summary>Lists them.</summary>
    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>Brings a file in as a draft.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Sent is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Sent), texts["Definitions.Import.Missing"]);
        }
        else
        {
            var taken = await import.RunAsync(await BytesAsync(Sent, ct), Path.GetFileName(Sent.FileName),
                this.Begin(Guid.Empty, "DefinitionImporting", nameof(PortalRole.Administrator)), ct);
            if (taken.DefinitionId is { } id)
            {
                return this.RedirectWithBanner("Version", taken.IsNew ? "Definitions.Import.Taken" : "Definitions.Import.HereAlready",
                    new { id, version = taken.Version }, taken.IsNew ? "ok" : "info");
            }

            Findings = FindingView.Of(taken.Findings, taken.Text);
            ModelState.AddModelError(nameof(Sent), texts["Definitions.Import.Refused", Findings.Count]);
        }

        await LoadAsync(ct);
        return Page();
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var rows = new List<DefinitionRow>();
        foreach (var versions in (await register.AllAsync(ct)).GroupBy(version => version.DefinitionId))
        {
            var items = (await uses.ItemsAsync(versions.Key, ct)).Where(use => use.IsCurrent).Select(use => use.Code);
            var others = uses.Dispatches(versions.Key).Select(use => use.DefinitionId).Distinct();
            rows.Add(new DefinitionRow(versions.Key, versions.First().Name, [.. versions], [.. items, .. others]));
        }

        Rows = rows;
    }
}
