namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>The dry run of a catalogue as it was kept with its release.</summary>
/// <param name="Tally">What was counted.</param>
/// <param name="Day">The day of which it was counted: the version's first.</param>
/// <param name="CountedAt">When, UTC.</param>
/// <param name="CountedBy">Name of who released it.</param>
public sealed record KeptOutlook(BenefitTally Tally, DateOnly Day, DateTimeOffset CountedAt, string CountedBy);
