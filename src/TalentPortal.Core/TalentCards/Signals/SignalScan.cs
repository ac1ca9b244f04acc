using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.TalentCards.Signals;

/// <summary>A scan behind a signal.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Venue">Where.</param>
/// <param name="Staff">Who scanned.</param>
/// <param name="Outcome">What came of it: <c>Looked</c>, <c>Redeemed</c>, or the key of a refusal.</param>
/// <param name="CardId">The card; null where none was known.</param>
/// <param name="CardNumber">Its number.</param>
public sealed record SignalScan(DateTimeOffset At, LocalizedText Venue, string Staff, string Outcome, Guid? CardId, string? CardNumber);
