using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.TalentCards.Consents;

/// <summary>An entry of the ledger, as the holder reads it.</summary>
/// <param name="Kind">Code of the kind of venue.</param>
/// <param name="Venue">The venue; null for a consent to the kind as such, as it was asked for once.</param>
/// <param name="GivenAt">When it was given, UTC.</param>
/// <param name="WithdrawnAt">When it was taken back, UTC; null while it holds.</param>
/// <param name="IsCarried">Whether it goes on to hold what was once given to the kind.</param>
public sealed record ConsentEntry(string Kind, LocalizedText? Venue, DateTimeOffset GivenAt, DateTimeOffset? WithdrawnAt, bool IsCarried);
