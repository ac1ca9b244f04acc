using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Benefits;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Pages.Admin.Rules;
using TalentPortal.Web.Pages.Officer;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Benefits;

/// <summary>The next version of the benefit catalogue as a form that starts from the newest one; somebody else releases it.</summary>
[Authorize(Policy = Policies.Rules)]
internal sealed class EditModel(
    BenefitRuleChanges changes, RuleHistory history, CardWords cards, PortalTimeZone zone, IStringLocalizer texts) : RuleEditModel
{
    /// <summary>What is typed, by path.</summary>
    [BindProperty]
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>The revision of the draft that is edited; 0 for a new one.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The version that the form shows.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What can be changed.</summary>
    public BenefitSheet Sheet { get; private set; } = null!;

    /// <summary>What is said about cards.</summary>
    public CardWords Cards => cards;

    /// <summary>The field's name.</summary>
    public static string NameOf(BenefitLeaf leaf) => $"Values[{leaf.Path}]";

    /// <summary>The field at a path.</summary>
    public BenefitLeaf LeafOf(string path) => Sheet.Leaves[path];

    /// <summary>What stands in a field: what was typed, what the draft says, or what holds.</summary>
    public string ValueOf(BenefitLeaf leaf) => Values.TryGetValue(leaf.Path, out var typed) ? typed ?? "" : leaf.Text;

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? ErrorOf(BenefitLeaf leaf) => ModelState[NameOf(leaf)] is { Errors: [var first, ..] } ? first.ErrorMessage : null;

    /// <summary>What can be chosen in a field.</summary>
    public IEnumerable<(string Code, string Text)> ChoicesOf(BenefitLeaf leaf) => leaf.Kind is BenefitLeafKind.Given
        ? [("", texts["Benefits.Edit.NotGiven"]), (BenefitLeaf.Given, texts["Benefits.Edit.Given"])]
        : [("", texts["Benefits.Edit.NoLevel"]), .. Sheet.Catalogue.Levels.Select(level => (level.Code, level.Name.ToString()))];

    /// <summary>What the numbers of a benefit count.</summary>
    public string UnitOf(Benefit benefit)
    {
        ArgumentNullException.ThrowIfNull(benefit);
        var each = benefit.Period is { } period ? texts["TalentCards.Each." + period].Value : texts["TalentCards.Each.Once"].Value;
        return benefit.Kind is BenefitKind.Count or BenefitKind.Allowance
            ? texts["Benefits.Edit.Unit." + benefit.Kind, each] : texts["Benefits.Edit.Unit." + benefit.Kind];
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
        if (!RuleDraftInput.IsValid(this, Draft)) return Page();
        if (Version != Sheet.Catalogue.Version)
        {
            // What was typed stands beside numbers that are no longer those of the catalogue.
            this.AddRefusal(new RuleOutdated());
            return Page();
        }

        var operation = this.Begin(Guid.Empty, "RuleDrafting");
        var result = Open is { } open && Revision > 0
            ? await changes.EditAsync(User.Actor(), open.Change.Id, Revision, Values, Draft.ToDraft(), operation, ct)
            : await changes.WriteAsync(User.Actor(), Values, Draft.ToDraft(), operation, ct);
        if (result.Succeeded) return this.RedirectWithBanner("/Admin/Rules/Change", "Rules.Drafted", new { id = result.Value.Id });
        if (result.Refusal is RuleValuesInvalid invalid)
        {
            foreach (var (path, refusal) in invalid.Values) ModelState.AddModelError($"Values[{path}]", texts.Of(refusal));
        }
        else
        {
            this.AddRefusal(result.Refusal, result.Refusal is BenefitBeforeNewest ? "Draft.ValidFrom" : RuleDraftInput.FieldOf(result.Refusal) ?? "");
        }

        return Page();
    }

    private async Task FindAsync(CancellationToken ct)
    {
        Sheet = changes.Sheet;
        Changes = await history.OfAsync(RuleChangeKind.BenefitCatalogue, BenefitRuleChanges.Subject, ct);
    }
}
