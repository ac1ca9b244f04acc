namespace TalentPortal.Core.RuleChanges;

/// <summary>A change with the names that belong to it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Releaser">Who released it.</param>
/// <param name="IsWithdrawn">Whether a released one took it back.</param>
public sealed record RuleChangeRow(RuleChange Change, string Author, string? Releaser, bool IsWithdrawn)
{
    /// <summary>How it looks on a day.</summary>
    public RuleChangeState StateOn(DateOnly today) => Change.Status switch
    {
        RuleChangeStatus.Draft => RuleChangeState.Draft,
        RuleChangeStatus.Discarded => RuleChangeState.Discarded,
        _ when Change.WithdrawsId is not null => RuleChangeState.Withdrawal,
        _ when IsWithdrawn => RuleChangeState.Withdrawn,
        _ => Change.ValidFrom > today ? RuleChangeState.Coming : RuleChangeState.Released,
    };
}
