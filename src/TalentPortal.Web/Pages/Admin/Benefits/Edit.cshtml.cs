using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Benefits;
using TalentPortal.Core.RuleChanges.Benefits.Entries;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Pages.Admin.Rules;
using TalentPortal.Web.Pages.Admin.Rules.Sheets;
using TalentPortal.Web.Pages.Officer;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Benefits;

/// <summary>The next version of the benefit catalogue as a form that starts from the newest one; somebody else releases it.</summary>
[Authorize(Policy = Policies.Rules)]
internal sealed class EditModel(
    BenefitRuleChanges changes, RuleHistory history, CardWords cards, PortalTimeZone zone, IStringLocalizer texts) : RuleSheetModel(texts)
{
    /// <summary>What can be changed.</summary>
    public BenefitSheet Sheet { get; private set; } = null!;

    /// <summary>Levels, benefits and kinds of venues, with what the draft does to them.</summary>
    public IReadOnlyList<EntryRow> Entries { get; private set; } = [];

    /// <summary>The page on which an entry of a kind is added.</summary>
    public static string AddPage(BenefitEntryKind kind) => kind switch
    {
        BenefitEntryKind.Level => "/admin/benefits/levels",
        BenefitEntryKind.Benefit => "/admin/benefits/items",
        _ => "/admin/benefits/venue-kinds",
    };

    /// <summary>What is said about cards.</summary>
    public CardWords Cards => cards;

    /// <summary>The field at a path.</summary>
    public BenefitLeaf LeafOf(string path) => Sheet.Leaves[path];

    /// <summary>What stands in a field: what was typed, what the draft says, or what holds.</summary>
    public string ValueOf(BenefitLeaf leaf) => Values.TryGetValue(leaf.Path, out var typed) ? typed ?? "" : leaf.Text;

    /// <summary>What can be chosen in a field.</summary>
    public IEnumerable<(string Code, string Text)> ChoicesOf(BenefitLeaf leaf) => leaf.Kind is BenefitLeafKind.Given
        ? [("", Texts["Benefits.Edit.NotGiven"]), (BenefitLeaf.Given, Texts["Benefits.Edit.Given"])]
        : [("", Texts["Benefits.Edit.NoLevel"]), .. Sheet.Catalogue.Levels.Select(level => (level.Code, level.Name.ToString()))];

    /// <summary>What the numbers of a benefit count.</summary>
    public string UnitOf(Benefit benefit)
    {
        ArgumentNullException.ThrowIfNull(benefit);
        var each = benefit.Period is { } period ? Texts["TalentCards.Each." + period].Value : Texts["TalentCards.Each.Once"].Value;
        return benefit.Kind is BenefitKind.Count or BenefitKind.Allowance
            ? Texts["Benefits.Edit.Unit." + benefit.Kind, each] : Texts["Benefits.Edit.Unit." + benefit.Kind];
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        Fill();
        return Page();
    }

    /// <summary>Begins a draft, or saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        return await SaveAsync(changes.Newest.Catalogue.Version,
            (actor, operation) => changes.WriteAsync(actor, Values, Draft.ToDraft(), operation, ct),
            (actor, draft, operation) => changes.EditAsync(actor, draft, Revision, Values, Draft.ToDraft(), operation, ct));
    }

    /// <summary>Takes out of the draft what it says of an entry.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(
        [FromServices] BenefitEntryChanges entries, BenefitEntryKind kind, string? code, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(entries);
        await FindAsync(ct);
        Result<RuleChange> result = MayWrite && Open is { Change: var open }
            ? await entries.RestoreAsync(
                User.Actor(), kind, code ?? "", new BenefitDraft(open.Id, Revision, Says: null), this.Begin(Guid.Empty, "RuleDrafting"), ct)
            : new RuleOutdated();
        if (result.Succeeded) return this.RedirectWithBanner("Edit", "BenefitEntries.Restored");
        ModelState.Clear();
        Fill();
        this.AddRefusal(result.Refusal);
        return Page();
    }

    private void Fill()
    {
        if (MayWrite && Open is { Change: var open })
        {
            Values = BenefitContent.Steps(open).ToDictionary(one => one.Key, string? (one) => one.Value.Now, StringComparer.Ordinal);
            (Draft, Revision) = (RuleDraftInput.Of(open), open.Revision);
        }
        else
        {
            Draft = new RuleDraftInput { ValidFrom = zone.Today.AddDays(1) };
        }
    }

    private async Task FindAsync(CancellationToken ct)
    {
        Changes = await history.OfAsync(RuleChangeKind.BenefitCatalogue, BenefitRuleChanges.Subject, ct);
        var own = MayWrite ? Open?.Change : null;
        Sheet = changes.SheetOf(own);
        Entries = EntryRow.Of(own is not null && changes.Then(own) is { Succeeded: true, Value: var then } ? then : Sheet.Catalogue, own);
    }
}
