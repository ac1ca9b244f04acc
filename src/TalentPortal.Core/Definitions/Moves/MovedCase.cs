namespace TalentPortal.Core.Definitions.Moves;

/// <summary>What became of one case of a move.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="State">Waiting, Moved, Refused or Gone.</param>
/// <param name="Refusal">Why it was refused: the refusal's key.</param>
/// <param name="DoneAt">When, UTC.</param>
public sealed record MovedCase(Guid CaseId, string? Number, MoveState State, string? Refusal, DateTimeOffset? DoneAt);
