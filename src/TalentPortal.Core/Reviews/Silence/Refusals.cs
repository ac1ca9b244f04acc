using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Silence;

/// <summary>The time to refuse or to ask for what is missing is over: the application counts as accepted.</summary>
/// <param name="DueOn">The last day on which it could be done.</param>
public sealed record AcceptanceOverdue(DateOnly DueOn) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [DueOn];
}
