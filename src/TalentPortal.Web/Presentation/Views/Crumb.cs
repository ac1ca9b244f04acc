namespace TalentPortal.Web.Presentation.Views;

/// <summary>One step of the breadcrumb. A page sets <c>ViewData["Crumbs"]</c> to a list of them; the last has no link.</summary>
/// <param name="Text">Its words, already in the reader's language.</param>
/// <param name="Href">Where it leads; null for the page itself.</param>
public sealed record Crumb(string Text, string? Href = null);
