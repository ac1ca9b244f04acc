using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Venues;
using TalentPortal.Web.Security;
using Place = TalentPortal.Core.TalentCards.Venues.Venue;

namespace TalentPortal.Web.Pages.Venue;

/// <summary>A page of a venue's staff: at which of their venues they are.</summary>
/// <param name="venues">The venues.</param>
/// <param name="catalogues">Names of levels and benefits.</param>
internal abstract class VenuePageModel(VenueDirectory venues, BenefitCatalogues catalogues) : PageModel
{
    /// <summary>Code of the venue; the first one where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    /// <summary>The venues at which the reader works.</summary>
    public IReadOnlyList<Place> Places { get; private set; } = [];

    /// <summary>The venue.</summary>
    public Place Place { get; private set; } = null!;

    /// <summary>Whether the reader answers for it.</summary>
    public bool IsManager => VenueDirectory.IsManager(User.Actor(), Place);

    /// <summary>The name of a benefit.</summary>
    public string Benefit(string code) => catalogues.Current.Catalogue.FindBenefit(code)?.Name.ToString() ?? code;

    /// <summary>The name of a level.</summary>
    public string Level(string code) => catalogues.Current.Catalogue.FindLevel(code)?.Name.ToString() ?? code;

    /// <summary>What was typed as a price; none where it is no number: the service says what a price is.</summary>
    protected static decimal? PriceOf(string? typed) =>
        decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) ? price : null;

    /// <inheritdoc />
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Places = await venues.OfAsync(User.Actor(), context.HttpContext.RequestAborted);
        if (Places.FirstOrDefault(place => At is null || place.Code == At) is not { } place)
        {
            context.Result = NotFound();
            return;
        }

        Place = place;
        await next();
    }
}
