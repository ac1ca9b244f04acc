namespace TalentPortal.Core.TalentCards.Consents;

/// <summary>A venue on a card's list.</summary>
/// <param name="Venue">The venue.</param>
/// <param name="GivenAt">Since when it may check the card, UTC; null where it may not.</param>
/// <param name="IsNew">
/// Whether it was listed after the holder was last shown the list, and the holder has not answered: it has no consent.
/// </param>
public sealed record VenueConsent(ConsentVenue Venue, DateTimeOffset? GivenAt, bool IsNew);
