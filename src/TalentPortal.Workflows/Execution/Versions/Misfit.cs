namespace TalentPortal.Workflows.Execution.Versions;

/// <summary>A part of an instance that another version has no place for.</summary>
/// <param name="ActivityId">The outermost activity that does not fit.</param>
/// <param name="Reason">Why.</param>
/// <param name="Places">The activities in it that wait or stopped: for each of them a step of the other version has to be named.</param>
public sealed record Misfit(string ActivityId, MisfitReason Reason, IReadOnlyList<string> Places);
