using TalentPortal.Workflows.Execution.Versions;

namespace TalentPortal.Core.Definitions.Moves;

/// <summary>A place where cases stand that the newer version has no place for.</summary>
/// <param name="ActivityId">The activity of the older version.</param>
/// <param name="Label">Its name.</param>
/// <param name="Reason">Why it does not fit.</param>
/// <param name="Cases">How many cases stand there.</param>
/// <param name="Suggested">The step that is closest; null when none is.</param>
public sealed record MovePlace(string ActivityId, string Label, MisfitReason Reason, int Cases, string? Suggested);
