using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Notices;

/// <summary>The board for those who run it: from here an objection is recorded.</summary>
[RequirePermission(Permission.RunNotices)]
internal sealed class IndexModel(NoticeQueries notices) : PageModel
{
    /// <summary>Where the page begins.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }

    /// <summary>What is shown.</summary>
    public NoticePage Board { get; private set; } = null!;

    /// <summary>Reads the board.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Board = await notices.BoardAsync(new NoticeSearch(After: After), ct);
}
