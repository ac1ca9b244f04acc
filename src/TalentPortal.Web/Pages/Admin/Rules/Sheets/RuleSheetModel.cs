using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Rules.Sheets;

/// <summary>What the pages share on which a sheet of fields is filled in, each field named by its path.</summary>
internal abstract class RuleSheetModel(IStringLocalizer texts) : RuleEditModel
{
    /// <summary>The portal's texts.</summary>
    protected IStringLocalizer Texts => texts;

    /// <summary>What is typed, by path.</summary>
    [BindProperty]
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>The revision of the draft that is edited; 0 for a new one.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The version that the form shows.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The name of the field at a path.</summary>
    public static string NameAt(string path) => $"Values[{path}]";

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? ErrorAt(string path) => ModelState[NameAt(path)] is { Errors: [var first, ..] } ? first.ErrorMessage : null;

    /// <summary>Saves what was typed, as another draft or as the one that is open; what is wrong stands beside its field.</summary>
    /// <param name="version">The version that holds: what was typed beside another one is not saved.</param>
    /// <param name="write">Begins a draft.</param>
    /// <param name="edit">Says the open one otherwise.</param>
    protected async Task<IActionResult> SaveAsync(
        int version, Func<Actor, Operation, Task<Result<RuleChange>>> write, Func<Actor, Guid, Operation, Task<Result<RuleChange>>> edit)
    {
        if (!RuleDraftInput.IsValid(this, Draft)) return Page();
        if (Version != version)
        {
            // What was typed stands beside numbers that are no longer those of the rules.
            this.AddRefusal(new RuleOutdated());
            return Page();
        }

        var (actor, operation) = (User.Actor(), this.Begin(Guid.Empty, "RuleDrafting"));
        var result = Open is { } open && Revision > 0 ? await edit(actor, open.Change.Id, operation) : await write(actor, operation);
        if (result.Succeeded) return this.RedirectWithBanner("/Admin/Rules/Change", "Rules.Drafted", new { id = result.Value.Id });
        if (result.Refusal is RuleValuesInvalid invalid)
        {
            foreach (var (path, refusal) in invalid.Values) ModelState.AddModelError(NameAt(path), texts.Of(refusal));
        }
        else
        {
            this.AddRefusal(result.Refusal, RuleDraftInput.FieldOf(result.Refusal) ?? "");
        }

        return Page();
    }
}
