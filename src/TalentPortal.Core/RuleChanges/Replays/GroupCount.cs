namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>How many cases of a town or category change side.</summary>
/// <param name="Key">The town's key or the category's code; empty where there is none.</param>
/// <param name="Total">How many were looked at.</param>
/// <param name="Better">How many are lifted.</param>
/// <param name="Worse">How many are lowered.</param>
public sealed record GroupCount(string Key, int Total, int Better, int Worse);
