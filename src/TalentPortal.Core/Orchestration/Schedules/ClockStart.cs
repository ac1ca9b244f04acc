namespace TalentPortal.Core.Orchestration.Schedules;

/// <summary>A moment at which the clock started a workflow.</summary>
/// <param name="ActivityId">The trigger.</param>
/// <param name="Version">The version that started.</param>
/// <param name="DueAt">The moment, UTC.</param>
/// <param name="CatchesUp">Whether it stood for further moments that had passed.</param>
/// <param name="StartedAt">When the case was opened, UTC; null while it is not.</param>
/// <param name="Number">The number of the case; null while there is none.</param>
/// <param name="InstanceId">The instance.</param>
/// <param name="SubStatus">How the instance stands; null while there is none.</param>
/// <param name="IsGivenUp">Whether its start was given up after several attempts.</param>
public sealed record ClockStart(
    string ActivityId, int Version, DateTimeOffset DueAt, bool CatchesUp, DateTimeOffset? StartedAt, string? Number,
    string InstanceId, string? SubStatus, bool IsGivenUp);
