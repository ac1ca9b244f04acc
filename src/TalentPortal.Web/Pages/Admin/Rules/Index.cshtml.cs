using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>
/// Changes of rules: what waits for its release, what comes, what was done; and the service items whose rules can be changed.
/// </summary>
[Authorize(Policy = Policies.Rules)]
internal sealed class IndexModel(RuleHistory history, ServiceItems items, RuleWords words, PortalTimeZone zone) : PageModel
{
    private const int MostClosed = 50;

    /// <summary>What waits for its release.</summary>
    public RuleChangeTable Drafts { get; private set; } = null!;

    /// <summary>What is released and comes.</summary>
    public RuleChangeTable Coming { get; private set; } = null!;

    /// <summary>What was released or given up, the newest first.</summary>
    public RuleChangeTable Closed { get; private set; } = null!;

    /// <summary>Service items with conditions or a score table.</summary>
    public IReadOnlyList<ServiceItemVersion> Items =>
        [.. items.Current.Where(one => one.Item.Score is not null || one.Item.Eligibility.Count > 0)];

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Drafts = new RuleChangeTable(await history.DraftsAsync(ct), words.Say);
        Coming = new RuleChangeTable(await history.ComingAsync(zone.Today, ct), words.Say);
        Closed = new RuleChangeTable(await history.ClosedAsync(MostClosed, ct), words.Say);
    }
}
