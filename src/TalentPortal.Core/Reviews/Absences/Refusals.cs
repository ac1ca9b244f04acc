using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Absences;

/// <summary>Only the officer and who heads the officer enter or end an absence.</summary>
public sealed record AbsenceNotYours : Refusal;

/// <summary>The last day lies before the first.</summary>
public sealed record AbsenceBackwards : Refusal;

/// <summary>The first day has gone by.</summary>
public sealed record AbsenceInPast : Refusal;

/// <summary>An absence for these days and service items was entered before.</summary>
/// <param name="FromOn">Its first day.</param>
/// <param name="ToOn">Its last day.</param>
public sealed record AbsenceOverlaps(DateOnly FromOn, DateOnly ToOn) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [FromOn, ToOn];
}

/// <summary>Chosen service items, but none, or one that is not known.</summary>
public sealed record AbsenceItemsMissing : Refusal;

/// <summary>The absence is over or was ended before.</summary>
public sealed record AbsenceOver : Refusal;

/// <summary>Nobody stands in for oneself.</summary>
public sealed record StandInIsOneself : Refusal;

/// <summary>The stand-in does not hold every role of the absent one for the whole period.</summary>
public sealed record StandInWithoutRight : Refusal;

/// <summary>The stand-in is away in these days.</summary>
/// <param name="FromOn">First day.</param>
/// <param name="ToOn">Last day.</param>
public sealed record StandInAbsent(DateOnly FromOn, DateOnly ToOn) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [FromOn, ToOn];
}

/// <summary>The absent one stands in for the stand-in in these days.</summary>
public sealed record StandInCircle : Refusal;

/// <summary>The absent one stands in for somebody else in these days, who would be left without.</summary>
/// <param name="FromOn">First day.</param>
/// <param name="ToOn">Last day.</param>
public sealed record StandsInMeanwhile(DateOnly FromOn, DateOnly ToOn) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [FromOn, ToOn];
}

/// <summary>The time for which the officer stood in has ended; the task is with its owner or unit again.</summary>
/// <param name="EndedOn">The last day.</param>
public sealed record StandInEnded(DateOnly EndedOn) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [EndedOn];
}
