using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.Indicators.Cards;

/// <summary>A use, as leaders read it: nothing of it says whose card it was.</summary>
/// <param name="Id">Key.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Venue">Where.</param>
/// <param name="Benefit">Code of the benefit.</param>
/// <param name="Level">Code of the level.</param>
/// <param name="Waived">What the holder did not pay, in yuan.</param>
public sealed record CardUseRow(Guid Id, DateTimeOffset At, LocalizedText Venue, string Benefit, string Level, decimal Waived);
