using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews;

/// <summary>A colleague answered first.</summary>
/// <param name="OfficerId">Who.</param>
/// <param name="At">When, UTC.</param>
public sealed record AlreadyDecided(Guid OfficerId, DateTimeOffset At) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [OfficerId, At];
}

/// <summary>A colleague works on it.</summary>
/// <param name="OfficerId">Who.</param>
public sealed record TaskClaimedByOther(Guid OfficerId) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [OfficerId];
}

/// <summary>The task is closed, cancelled or not yet due.</summary>
public sealed record TaskNotOpen : Refusal;

/// <summary>The case is suspended: nothing is done until it is resumed.</summary>
public sealed record CaseSuspended : Refusal;

/// <summary>Nobody decides on an own case.</summary>
public sealed record OfficerIsApplicant : Refusal;

/// <summary>The step does not know this outcome.</summary>
/// <param name="Outcome">What was sent.</param>
public sealed record OutcomeUnknown(string Outcome) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Outcome];
}

/// <summary>This outcome needs a reason.</summary>
public sealed record ReasonMissing : Refusal;

/// <summary>A supplement needs at least one gap, each tied to a field or a material of the form.</summary>
public sealed record GapsMissing : Refusal;

/// <summary>Scores are missing, or out of the table's range.</summary>
/// <param name="Item">The score item.</param>
/// <param name="Max">Its highest value.</param>
public sealed record ScoreOutOfRange(string Item, decimal Max) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Item, Max];
}

/// <summary>The score table has no such item.</summary>
/// <param name="Item">What was sent.</param>
public sealed record ScoreItemUnknown(string Item) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Item];
}

/// <summary>An expert declares conflicts of interest before seeing or scoring the file.</summary>
public sealed record ConflictNotDeclared : Refusal;

/// <summary>The reason is too long.</summary>
/// <param name="Most">Most characters.</param>
public sealed record ReasonTooLong(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}
