using TalentPortal.Core.TalentCards.Queries;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Pages.Talent.Cards;

/// <summary>Who had a card before them, a page of it.</summary>
/// <param name="Venues">The card, and which venues may check it.</param>
/// <param name="Read">What was read: one more than a page where there are more.</param>
/// <param name="Page">Which page, from 1.</param>
internal sealed record CardVisitsView(CardVenuesView Venues, IReadOnlyList<CardVisit> Read, int Page)
{
    /// <summary>How many a page holds.</summary>
    public const int Size = 10;

    /// <summary>The last page that can be asked for.</summary>
    public const int LastPage = 1000;

    private static readonly string NoConsent = new VenueWithoutConsent().Key;

    /// <summary>What the page shows.</summary>
    public IEnumerable<CardVisit> Rows => Read.Take(Size);

    /// <summary>Newer and older ones.</summary>
    public PagerView Pager => new(Page > 1 ? Href(Page - 1) : null, Read.Count > Size && Page < LastPage ? Href(Page + 1) : null);

    /// <summary>What was used, in the words of the card's version.</summary>
    public string? BenefitOf(CardVisit visit) =>
        visit.Benefit is { } code ? Venues.Card.Catalogue.FindBenefit(code)?.Name.ToString() ?? code : null;

    /// <summary>
    /// Whether the holder can switch the venue on where it was refused for want of consent: the newest such look at it says so.
    /// </summary>
    public bool CanSwitchOn(CardVisit visit) => visit.Refusal == NoConsent && Venues.Consents.IsOff(visit.VenueId)
        && Rows.First(one => one.Refusal == NoConsent && one.VenueId == visit.VenueId) == visit;

    private static string Href(int page) => FormattableString.Invariant($"/cards?uses={page}#uses");
}
