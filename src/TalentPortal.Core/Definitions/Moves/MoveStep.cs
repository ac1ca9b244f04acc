namespace TalentPortal.Core.Definitions.Moves;

/// <summary>A step of the newer version at which a case can go on.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Label">Its name.</param>
public sealed record MoveStep(string ActivityId, string Label);
