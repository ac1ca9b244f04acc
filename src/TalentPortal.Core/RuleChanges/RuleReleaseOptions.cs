namespace TalentPortal.Core.RuleChanges;

/// <summary>How somebody releases a change.</summary>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Reason">What is said for the record.</param>
/// <param name="WithoutDryRun">Whether it is to be released although no dry run of this very rule was made.</param>
public sealed record RuleReleaseOptions(int Revision, string? Reason, bool WithoutDryRun);
