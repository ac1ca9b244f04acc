using TalentPortal.Core.TalentCards.Queries;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Pages.Talent.Cards;

/// <summary>Who had a card before them, a page of it.</summary>
/// <param name="Card">The card.</param>
/// <param name="Read">What was read: one more than a page where there are more.</param>
/// <param name="Page">Which page, from 1.</param>
internal sealed record CardVisitsView(CardView Card, IReadOnlyList<CardVisit> Read, int Page)
{
    /// <summary>How many a page holds.</summary>
    public const int Size = 10;

    /// <summary>The last page that can be asked for.</summary>
    public const int LastPage = 1000;

    /// <summary>What the page shows.</summary>
    public IEnumerable<CardVisit> Rows => Read.Take(Size);

    /// <summary>Newer and older ones.</summary>
    public PagerView Pager => new(Page > 1 ? Href(Page - 1) : null, Read.Count > Size && Page < LastPage ? Href(Page + 1) : null);

    /// <summary>What was used, in the words of the card's version.</summary>
    public string? BenefitOf(CardVisit visit) => visit.Benefit is { } code ? Card.Catalogue.FindBenefit(code)?.Name.ToString() ?? code : null;

    private static string Href(int page) => FormattableString.Invariant($"/cards?uses={page}#uses");
}
