namespace TalentPortal.Core.Indicators.Cards;

/// <summary>Uses of a month at a venue by cards of a level. Uses that were taken back count for nothing.</summary>
/// <param name="Month">The month's first day.</param>
/// <param name="Venue">Code of the venue.</param>
/// <param name="Level">Code of the level.</param>
/// <param name="Uses">How many.</param>
/// <param name="Waived">What holders did not pay, in yuan.</param>
public sealed record CardUseCell(DateOnly Month, string Venue, string Level, int Uses, decimal Waived);
