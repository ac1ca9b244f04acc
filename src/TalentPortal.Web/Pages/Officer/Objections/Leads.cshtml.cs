using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.PublicNotices.Objections;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Objections;

/// <summary>Leads that came without a name, the newest first.</summary>
[RequirePermission(Permission.RunNotices)]
internal sealed class LeadsModel(NoticeLeads leads) : PageModel
{
    /// <summary>What is shown.</summary>
    public IReadOnlyList<LeadRow> Rows { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Rows = await leads.ListAsync(ct);
}
