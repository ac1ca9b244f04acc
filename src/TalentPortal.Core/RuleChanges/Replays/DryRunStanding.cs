namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>What a release needs to know of dry runs.</summary>
/// <param name="Decides">Whether the change decides about cases at all.</param>
/// <param name="CurrentId">The dry run of the rules as they read now; null where there is none.</param>
public sealed record DryRunStanding(bool Decides, Guid? CurrentId);
