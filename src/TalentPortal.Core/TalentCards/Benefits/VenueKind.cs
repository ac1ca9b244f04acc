using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>A kind of place where cards are shown; holders consent kind by kind.</summary>
/// <param name="Code">What venues and consents keep.</param>
/// <param name="Name">What people read.</param>
/// <param name="Consent">What its staff see and for what, as the holder agrees to it.</param>
public sealed record VenueKind(string Code, LocalizedText Name, LocalizedText Consent);
