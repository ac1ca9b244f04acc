namespace TalentPortal.Core.Allowances.Recoveries;

/// <summary>What an officer claims back.</summary>
/// <param name="Amount">Yuan.</param>
/// <param name="PeriodFrom">First day of the period that should not have been paid; null where it is no single one.</param>
/// <param name="Reason">Why, as the holder reads it.</param>
public sealed record RecoveryClaim(decimal Amount, DateOnly? PeriodFrom, string? Reason);
