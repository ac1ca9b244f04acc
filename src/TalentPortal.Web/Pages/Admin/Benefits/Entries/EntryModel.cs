using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Benefits;
using TalentPortal.Core.RuleChanges.Benefits.Entries;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Pages.Admin.Rules;
using TalentPortal.Web.Pages.Officer;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Benefits.Entries;

/// <summary>
/// What the pages share on which one entry of the next catalogue is written: into the draft that is open, or into a new one.
/// </summary>
internal abstract class EntryModel(EntryDesk desk) : RuleEditModel
{
    /// <summary>Code of the entry; null for a new one.</summary>
    [FromRoute]
    public string? Code { get; set; }

    /// <summary>The revision of the draft that was read; 0 for none.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The version that the form shows.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The newest version.</summary>
    public BenefitCatalogue Newest => desk.Changes.Newest.Catalogue;

    /// <summary>The newest version with what the reader's draft says already.</summary>
    public BenefitCatalogue Then { get; private set; } = null!;

    /// <summary>The reader's own draft; null where there is none.</summary>
    public RuleChange? OwnDraft => MayWrite ? Open?.Change : null;

    /// <summary>The portal's texts.</summary>
    protected IStringLocalizer Texts => desk.Texts;

    /// <summary>Writes entries.</summary>
    protected BenefitEntryChanges Entries => desk.Entries;

    /// <summary>Finds the draft and the catalogue.</summary>
    protected async Task FindAsync(CancellationToken ct)
    {
        Changes = await desk.History.OfAsync(RuleChangeKind.BenefitCatalogue, BenefitRuleChanges.Subject, ct);
        Then = OwnDraft is { } draft && desk.Changes.Then(draft) is { Succeeded: true, Value: var then } ? then : Newest;
        if (!HttpMethods.IsGet(Request.Method)) return;
        (Revision, Version) = (OwnDraft?.Revision ?? 0, Newest.Version);
        Draft = new RuleDraftInput { ValidFrom = desk.Zone.Today.AddDays(1) };
    }

    /// <summary>Saves; what is wrong stands beside its field, and all that was typed stays.</summary>
    /// <param name="source">The document behind the entry; empty for none.</param>
    /// <param name="save">Saves it into a draft.</param>
    /// <param name="banner">What is said of it.</param>
    protected async Task<IActionResult> SaveAsync(
        string? source, Func<Actor, BenefitDraft, Operation, Task<Result<RuleChange>>> save, string banner = "BenefitEntries.Saved")
    {
        if (Version != Newest.Version) return Refused(new RuleOutdated());
        if (Open is not null && OwnDraft is null) return Refused(new RuleDraftOpen());
        if (!IsDraftGiven(source)) return Page();
        var into = new BenefitDraft(OwnDraft?.Id, Revision, OwnDraft is null ? Draft.ToDraft() : null);
        var result = await save(User.Actor(), into, this.Begin(Guid.Empty, "RuleDrafting"));
        return result.Succeeded ? this.RedirectWithBanner("/Admin/Benefits/Edit", banner) : Refused(result.Refusal);
    }

    private bool IsDraftGiven(string? source)
    {
        if (OwnDraft is not null)
        {
            // Of the open draft's day and reason nothing was asked; what the binder misses of them it notes without a prefix.
            foreach (var key in ModelState.Keys.Where(key => !key.StartsWith("Input", StringComparison.Ordinal)).ToList())
                ModelState.Remove(key);
            return ModelState.IsValid;
        }

        var isNamed = !string.IsNullOrWhiteSpace(source);
        (Draft.Provenance, Draft.Source) = isNamed
            ? (Provenance.SourceDocument, source!.Trim()) : (Provenance.DefaultUnverified, desk.Texts["BenefitEntries.NoSource"].Value);
        return RuleDraftInput.IsValid(this, Draft);
    }

    private PageResult Refused(Refusal refusal)
    {
        if (refusal is RuleValuesInvalid invalid)
        {
            foreach (var (field, why) in invalid.Values)
                ModelState.AddModelError(field.Contains('/', StringComparison.Ordinal) ? "" : "Input." + field, desk.Texts.Of(why));
        }
        else
        {
            this.AddRefusal(refusal, OwnDraft is null ? RuleDraftInput.FieldOf(refusal) ?? "" : "");
        }

        return Page();
    }
}
