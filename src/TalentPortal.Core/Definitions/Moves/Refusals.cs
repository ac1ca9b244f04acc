using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Definitions.Moves;

/// <summary>The newer version has no such step at which a case could go on.</summary>
public sealed record MoveStepUnknown : Refusal;

/// <summary>No case would be moved: none runs, or none that fits and no step is named.</summary>
public sealed record NothingToMove : Refusal;

/// <summary>The case stands where the newer version has no place, and no step to go on at was named.</summary>
public sealed record MovePlaceWithoutStep : Refusal;

/// <summary>On the newer version the case would stop: it stays on its own.</summary>
public sealed record MoveWouldStop : Refusal;
