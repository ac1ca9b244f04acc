namespace TalentPortal.Core.Allowances.Recoveries;

/// <summary>What a signed decision does to an allowance.</summary>
/// <param name="SourceCaseId">The case that decided: it takes effect on an allowance once, however often it is carried out; null where the
/// office itself claims.</param>
/// <param name="EndsOn">The last day for which the allowance is paid; null: it goes on.</param>
/// <param name="Amount">Yuan to be paid back; null: nothing is.</param>
/// <param name="Ground">On what ground money is claimed back.</param>
/// <param name="Reason">Why, as the holder reads it.</param>
/// <param name="DecidedBy">Whose decision it was; null where it has no single author.</param>
public sealed record ClawbackOrder(
    Guid? SourceCaseId, DateOnly? EndsOn, decimal? Amount, RecoveryGround Ground, string Reason, Guid? DecidedBy)
{
    /// <summary>First day of the period that should not have been paid; null where it is no single one.</summary>
    public DateOnly? PeriodFrom { get; init; }
}
