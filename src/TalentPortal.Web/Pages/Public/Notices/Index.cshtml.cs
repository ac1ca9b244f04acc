using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.PublicNotices;

namespace TalentPortal.Web.Pages.Public.Notices;

/// <summary>The board of public notices, newest first.</summary>
internal sealed class IndexModel(NoticeQueries notices) : PageModel
{
    /// <summary>Where the page begins; null for the first.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }

    /// <summary>What is shown.</summary>
    public NoticePage Board { get; private set; } = null!;

    /// <summary>Reads the board.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Board = await notices.BoardAsync(After, ct);
}
