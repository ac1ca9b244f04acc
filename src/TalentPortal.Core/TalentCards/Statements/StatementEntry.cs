namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>A use on a statement.</summary>
/// <param name="RedemptionId">The use.</param>
/// <param name="Kind">Why it stands there.</param>
/// <param name="Counts">One, none, or minus one.</param>
/// <param name="Benefit">Code of the benefit.</param>
/// <param name="Level">Code of the card's level then.</param>
/// <param name="Waived">What the holder did not pay, in yuan, with the sign of <paramref name="Counts"/>.</param>
public sealed record StatementEntry(Guid RedemptionId, StatementEntryKind Kind, int Counts, string Benefit, string Level, decimal Waived);
