using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Indicators.Ratings;
using TalentPortal.Core.Ratings;
using TalentPortal.Web.Pages.Officer.Ratings;

namespace TalentPortal.Web.Pages.Leader;

/// <summary>The figures of all units.</summary>
internal sealed class RatingsModel(RatingFigures figures, RatingScale scale) : PageModel
{
    /// <summary>Which quarter; the newest unless it is said.</summary>
    [FromQuery(Name = "quarter")]
    public string? Asked { get; set; }

    /// <summary>What is shown.</summary>
    public FiguresView View { get; private set; } = null!;

    /// <summary>Counts.</summary>
    public async Task OnGetAsync(CancellationToken ct) =>
        View = new FiguresView(await figures.CountAsync(Quarter.Parse(Asked), units: null, ct), figures.Quarters(), scale);
}
