namespace TalentPortal.Core.Allowances.Conditions;

/// <summary>What an officer enters for a period.</summary>
/// <param name="PeriodFrom">First day of the period.</param>
/// <param name="Employed">Whether the holder worked in the district.</param>
/// <param name="InsuranceMonths">For how many months of the period social insurance was paid.</param>
/// <param name="Source">From what it is known.</param>
public sealed record ConditionEntering(DateOnly PeriodFrom, bool Employed, int InsuranceMonths, string? Source);
