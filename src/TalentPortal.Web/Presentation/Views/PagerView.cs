namespace TalentPortal.Web.Presentation.Views;

/// <summary>A pager by key: it knows the neighbours, not page numbers. For the partial <c>_Pager</c>.</summary>
/// <param name="PreviousHref">The page before; null on the first.</param>
/// <param name="NextHref">The page after; null on the last.</param>
/// <param name="Summary">What is shown of how many, already in words; null to leave it out.</param>
public sealed record PagerView(string? PreviousHref, string? NextHref, string? Summary = null);
