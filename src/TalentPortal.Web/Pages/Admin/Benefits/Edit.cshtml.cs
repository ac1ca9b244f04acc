using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Benefits;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Pages.Admin.Rules;
using TalentPortal.Web.Pages.Admin.Rules.Sheets;
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
        if (MayWrite && Open is { Change: var open })
        {
            Values = BenefitContent.Steps(open).ToDictionary(one => one.Key, string? (one) => one.Value.Now, StringComparer.Ordinal);
            (Draft, Revision) = (RuleDraftInput.Of(open), open.Revision);
        }
        else
        {
            Draft = new RuleDraftInput { ValidFrom = zone.Today.AddDays(1) };
        }

        return Page();
    }

    /// <summary>Begins a draft, or saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        return await SaveAsync(Sheet.Catalogue.Version,
            (actor, operation) => changes.WriteAsync(actor, Values, Draft.ToDraft(), operation, ct),
            (actor, draft, operation) => changes.EditAsync(actor, draft, Revision, Values, Draft.ToDraft(), operation, ct));
    }

    private async Task FindAsync(CancellationToken ct)
    {
        Sheet = changes.Sheet;
        Changes = await history.OfAsync(RuleChangeKind.BenefitCatalogue, BenefitRuleChanges.Subject, ct);
    }
}
