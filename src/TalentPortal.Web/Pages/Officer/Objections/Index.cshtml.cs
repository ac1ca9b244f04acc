using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Objections;

/// <summary>Objections to be decided, and those that are.</summary>
[RequirePermission(Permission.RunNotices)]
internal sealed class IndexModel(ObjectionQueries objections) : PageModel
{
    /// <summary>Whether the decided ones are shown.</summary>
    [FromQuery(Name = "decided")]
    public bool Decided { get; set; }

    /// <summary>What is shown.</summary>
    public IReadOnlyList<ObjectionRow> Rows { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Rows = await objections.ListAsync(open: !Decided, ct);
}
