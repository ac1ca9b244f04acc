namespace TalentPortal.Core.Definitions.Moves;

/// <summary>A case that would be moved, or not.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="InstanceId">The instance.</param>
/// <param name="Places">Where it stands.</param>
/// <param name="Lacking">Those of its places that the newer version lacks.</param>
/// <param name="LacksGuide">Whether the guide that the case was handed in with lacks steps of the newer version: it stays where it
/// is.</param>
public sealed record MoveCase(
    Guid CaseId, string? Number, string InstanceId, IReadOnlyList<string> Places, IReadOnlyList<string> Lacking, bool LacksGuide);
