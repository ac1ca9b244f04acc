namespace TalentPortal.Workflows.Conformance;

/// <summary>One burst: what is resumed and how the instance stands after it.</summary>
public sealed record ExpectedBurst(string? Resumed, IReadOnlyList<string> Lines, string Status, IReadOnlyList<string> Bookmarks);
