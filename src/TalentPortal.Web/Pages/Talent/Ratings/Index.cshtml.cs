using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Queries;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Ratings;

/// <summary>Closed cases that wait for a rating, and those that have the reader's.</summary>
internal sealed class IndexModel(OwnRatings ratings, RatingScale scale) : PageModel
{
    /// <summary>The levels.</summary>
    public RatingScale Scale => scale;

    /// <summary>What is shown.</summary>
    public IReadOnlyList<OwnRating> Rows { get; private set; } = [];

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Rows = await ratings.ListAsync(User.Actor(), ct);
}
