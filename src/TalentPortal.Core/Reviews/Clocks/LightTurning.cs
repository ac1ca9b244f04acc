namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>What the job at the turn of a light needs to know.</summary>
/// <param name="ClockId">Which clock of the case.</param>
public sealed record LightTurning(Guid ClockId);
