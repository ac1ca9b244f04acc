using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Queries;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Ratings;

/// <summary>Bad ratings within the reader's reach: to be dealt with, over, appealed against.</summary>
[RequirePermission(Permission.HandleRatings)]
internal sealed class IndexModel(RatingDesk desk, RatingScale scale) : PageModel
{
    /// <summary>Which ones.</summary>
    [BindProperty(SupportsGet = true)]
    public RatingView View { get; set; }

    /// <summary>The levels.</summary>
    public RatingScale Scale => scale;

    /// <summary>What is shown.</summary>
    public IReadOnlyList<DeskRating> Rows { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Rows = await desk.ListAsync(User.Actor(), View, ct);

    /// <summary>The light of a stage.</summary>
    public static DueView LightOf(Deadline clock) => new(Enum.Parse<DueLight>(clock.Light.ToString()), clock.RemainingWorkingDays);
}
