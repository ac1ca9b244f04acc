using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Sheets;
using TalentPortal.Web.Pages.Officer;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>Score table, conditions and scales of one service item as a form: numbers and words, never JSON.</summary>
[Authorize(Policy = Policies.Rules)]
internal sealed class ItemModel(
    ServiceItems items, ItemRuleChanges changes, RuleHistory history, PortalTimeZone zone, IStringLocalizer texts) : RuleEditModel
{
    /// <summary>Code of the item.</summary>
    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>What is typed, by path.</summary>
    [BindProperty]
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>The revision of the draft that is edited; 0 for a new one.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The version of the item that the form shows.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The item.</summary>
    public ServiceItem Item { get; private set; } = null!;

    /// <summary>What can be changed of it.</summary>
    public RuleSheet Sheet { get; private set; } = null!;

    /// <summary>What stands in a field: what was typed, what the draft says, or what holds.</summary>
    public string ValueOf(RuleLeaf leaf) => Values.GetValueOrDefault(leaf.Path) ?? leaf.Text;

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? ErrorOf(RuleLeaf leaf) => ModelState[NameOf(leaf)] is { Errors: [var first, ..] } ? first.ErrorMessage : null;

    /// <summary>The field's name.</summary>
    public static string NameOf(RuleLeaf leaf) => $"Values[{leaf.Path}]";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (MayWrite && Open is { Change: var open })
        {
            Values = ItemRuleChanges.Steps(open).ToDictionary(one => one.Key, string? (one) => RuleLeaf.Show(one.Value.Now), StringComparer.Ordinal);
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
        if (!await FindAsync(ct)) return NotFound();
        if (!RuleDraftInput.IsValid(this, Draft)) return Page();
        if (Version != Item.Version)
        {
            // What was typed stands beside numbers that are no longer those of the rules.
            this.AddRefusal(new RuleOutdated());
            return Page();
        }

        var operation = this.Begin(Guid.Empty, "RuleDrafting");
        var result = Open is { } open && Revision > 0
            ? await changes.EditAsync(User.Actor(), open.Change.Id, Revision, Values, Draft.ToDraft(), operation, ct)
            : await changes.WriteAsync(User.Actor(), Item.Code, Values, Draft.ToDraft(), operation, ct);
        if (result.Succeeded) return this.RedirectWithBanner("Change", "Rules.Drafted", new { id = result.Value.Id });
        if (result.Refusal is RuleValuesInvalid invalid)
        {
            foreach (var (path, refusal) in invalid.Values) ModelState.AddModelError($"Values[{path}]", texts.Of(refusal));
        }
        else
        {
            this.AddRefusal(result.Refusal, RuleDraftInput.FieldOf(result.Refusal) ?? "");
        }

        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (items.Find(Code) is not { } version || await changes.SheetAsync(version.Item.Code, ct) is not { } sheet || sheet.Groups.Count == 0) return false;
        (Item, Sheet) = (version.Item, sheet);
        Changes = await history.OfAsync(RuleChangeKind.ServiceItem, version.Item.Code, ct);
        return true;
    }
}
