using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>Only a supervisor may do this.</summary>
public sealed record SupervisorOnly : Refusal;

/// <summary>Nobody passes a task to himself.</summary>
public sealed record PassedToOneself : Refusal;

/// <summary>The colleague does not hold the role in the unit, or would decide on an own case.</summary>
public sealed record ColleagueWithoutRight : Refusal;

/// <summary>The colleague is absent.</summary>
/// <param name="UntilOn">Last day of the absence.</param>
public sealed record ColleagueAbsent(DateOnly UntilOn) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [UntilOn];
}

/// <summary>The colleague has passed this task on already: it would go round in a circle.</summary>
public sealed record PassedInCircle : Refusal;

/// <summary>The unit has nobody who could answer.</summary>
public sealed record UnitWithoutReviewer : Refusal;

/// <summary>Experts score alone: a seat of the panel is neither passed on nor shared.</summary>
public sealed record PanelSeatFixed : Refusal;

/// <summary>Most reviewers added to one task are reached.</summary>
/// <param name="Most">How many.</param>
public sealed record TooManyReviewers(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>The step named is no earlier step of this case, or the workflow does not allow going there.</summary>
public sealed record StepNotReachable : Refusal;

/// <summary>The next step has acted, or the decision cannot be undone for another reason.</summary>
public sealed record CannotTakeBack : Refusal;

/// <summary>There was an urging today already.</summary>
public sealed record UrgedToday : Refusal;

/// <summary>Nobody in an office has to act now.</summary>
public sealed record NothingToUrge : Refusal;

/// <summary>The case is not suspended.</summary>
public sealed record CaseNotSuspended : Refusal;

/// <summary>The applicant was asked to supply something before; to ask again, a supervisor has to say why.</summary>
/// <param name="Rounds">How often.</param>
public sealed record SecondSupplementNotAllowed(int Rounds) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Rounds];
}

/// <summary>The case was copied to this colleague before.</summary>
public sealed record CopiedAlready : Refusal;
