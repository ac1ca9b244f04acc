using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Sheets;
using TalentPortal.Web.Pages.Admin.Rules.Sheets;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>Score table, conditions and scales of one service item as a form: numbers and words, never JSON.</summary>
[Authorize(Policy = Policies.Rules)]
internal sealed class ItemModel(
    ServiceItems items, ItemRuleChanges changes, RuleHistory history, PortalTimeZone zone, IStringLocalizer texts) : RuleSheetModel(texts)
{
    /// <summary>Code of the item.</summary>
    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>The item.</summary>
    public ServiceItem Item { get; private set; } = null!;

    /// <summary>What can be changed of it.</summary>
    public RuleSheet Sheet { get; private set; } = null!;

    /// <summary>What stands in a field: what was typed, what the draft says, or what holds.</summary>
    public string ValueOf(RuleLeaf leaf) => Values.GetValueOrDefault(leaf.Path) ?? leaf.Text;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (MayWrite && Open is { Change: var open })
        {
            Values = ItemRuleChanges.Steps(open)
                .ToDictionary(one => one.Key, string? (one) => RuleLeaf.Show(one.Value.Now), StringComparer.Ordinal);
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
        return await SaveAsync(Item.Version,
            (actor, operation) => changes.WriteAsync(actor, Item.Code, Values, Draft.ToDraft(), operation, ct),
            (actor, draft, operation) => changes.EditAsync(actor, draft, Revision, Values, Draft.ToDraft(), operation, ct));
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (items.Find(Code) is not { } version || await changes.SheetAsync(version.Item.Code, ct) is not { } sheet
            || sheet.Groups.Count == 0)
            return false;
        (Item, Sheet) = (version.Item, sheet);
        Changes = await history.OfAsync(RuleChangeKind.ServiceItem, version.Item.Code, ct);
        return true;
    }
}
