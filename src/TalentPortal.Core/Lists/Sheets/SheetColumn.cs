namespace TalentPortal.Core.Lists.Sheets;

/// <summary>One column of a sheet.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Width">How wide, in characters.</param>
public sealed record SheetColumn(string Title, double Width);
