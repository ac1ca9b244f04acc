using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Indicators.Ratings;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Handling;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Ratings;

/// <summary>The figures of the reader's own units.</summary>
[RequirePermission(Permission.HandleRatings)]
internal sealed class FiguresModel(RatingFigures figures, RatingScale scale) : PageModel
{
    /// <summary>Which quarter; the newest unless it is said.</summary>
    [FromQuery(Name = "quarter")]
    public string? Asked { get; set; }

    /// <summary>What is shown.</summary>
    public FiguresView View { get; private set; } = null!;

    /// <summary>Counts.</summary>
    public async Task OnGetAsync(CancellationToken ct) => View = new FiguresView(
        await figures.CountAsync(Quarter.Parse(Asked), RatingReach.UnitsOf(User.Actor()), ct), figures.Quarters(), scale);
}
