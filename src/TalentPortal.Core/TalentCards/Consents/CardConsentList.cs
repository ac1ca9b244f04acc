namespace TalentPortal.Core.TalentCards.Consents;

/// <summary>Which venues may check a card, and how that came.</summary>
/// <param name="Venues">The venues that take cards, and those that did and still have a consent; the new ones first, then by code.</param>
/// <param name="History">Every consent, the newest first.</param>
public sealed record CardConsentList(IReadOnlyList<VenueConsent> Venues, IReadOnlyList<ConsentEntry> History)
{
    /// <summary>How many venues are new.</summary>
    public int New => Venues.Count(one => one.IsNew);

    /// <summary>Whether a venue takes cards and may not check this one.</summary>
    public bool IsOff(Guid venueId) => Venues.Any(one => one.Venue.Id == venueId && one is { GivenAt: null, Venue.IsOpen: true });
}
