namespace TalentPortal.Core.PublicNotices;

/// <summary>What is looked for on the board and in its archive.</summary>
/// <param name="Words">Part of a title, or of the name of a publisher, village or town; null for all.</param>
/// <param name="Year">The year of publication; null for all.</param>
/// <param name="After">Where the page begins; null for the first.</param>
public sealed record NoticeSearch(string? Words = null, int? Year = null, string? After = null);
