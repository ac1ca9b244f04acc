using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Consents;
using TalentPortal.Core.TalentCards.Queries;

namespace TalentPortal.Web.Pages.Talent.Cards;

/// <summary>The venues of a kind.</summary>
/// <param name="Code">The kind's code.</param>
/// <param name="Kind">The kind; null where the card's version has it no more: its venues can only be switched off.</param>
/// <param name="Venues">Its venues.</param>
internal sealed record CardVenueGroup(string Code, VenueKind? Kind, IReadOnlyList<VenueConsent> Venues)
{
    /// <summary>How many may check the card.</summary>
    public int On => Venues.Count(one => one.GivenAt is not null);

    /// <summary>How many take cards and may not check this one.</summary>
    public int Off => Venues.Count(one => one is { GivenAt: null, Venue.IsOpen: true });

    /// <summary>How many are new.</summary>
    public int New => Venues.Count(one => one.IsNew);
}

/// <summary>Which venues may check the card.</summary>
/// <param name="Card">The card.</param>
/// <param name="Consents">What the holder agreed to.</param>
/// <param name="OpenKind">The kind whose list was worked on.</param>
/// <param name="OperationId">The id of the page's operation.</param>
internal sealed record CardVenuesView(CardView Card, CardConsentList Consents, string? OpenKind, Guid OperationId)
{
    /// <summary>Up to so many venues stand open without a click.</summary>
    private const int Few = 6;

    /// <summary>Kinds that have venues, as the catalogue orders them.</summary>
    public IReadOnlyList<CardVenueGroup> Groups { get; } =
    [
        .. Card.Catalogue.VenueKinds.Select(kind => kind.Code).Union(Consents.Venues.Select(one => one.Venue.Kind))
            .Select(code => new CardVenueGroup(
                code, Card.Catalogue.FindVenueKind(code), [.. Consents.Venues.Where(one => one.Venue.Kind == code)]))
            .Where(group => group.Venues.Count > 0),
    ];

    /// <summary>Kinds that have none.</summary>
    public IReadOnlyList<string> Empty =>
        [.. Card.Catalogue.VenueKinds.Where(kind => Groups.All(group => group.Code != kind.Code)).Select(kind => kind.Name.ToString())];

    /// <summary>Whether a kind's list stands open; of many, only the one that was worked on.</summary>
    public bool IsOpen(CardVenueGroup group) => Consents.Venues.Count <= Few || group.Code == OpenKind;

    /// <summary>A kind by its code.</summary>
    public string KindOf(string code) => Card.Catalogue.FindVenueKind(code)?.Name.ToString() ?? code;
}
