namespace TalentPortal.Core.Definitions.Statistics;

/// <summary>What waits before a unit.</summary>
/// <param name="NameZh">The unit.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="Waiting">How many tasks wait.</param>
/// <param name="Median">Working days that half of them have waited at most.</param>
/// <param name="Longest">Working days of the one that waits longest.</param>
public sealed record UnitWait(string NameZh, string? NameEn, int Waiting, int Median, int Longest);
