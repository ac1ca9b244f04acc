namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>What every use is held against: the log of looks, and the terms of the day.</summary>
/// <param name="Scans">The log.</param>
/// <param name="Terms">The terms.</param>
public sealed record RedemptionBooks(CardScans Scans, RedemptionTerms Terms);
