namespace TalentPortal.Web.Presentation.Views;

/// <summary>One step of the breadcrumb. A page sets <c>ViewData["Crumbs"]</c> to a list of them; the last has no link.</summary>
/// <param name="Text">Its words, in the reader's language unless it says another.</param>
/// <param name="Href">Where it leads; null for the page itself.</param>
/// <param name="Language">The language of its words, where they are data in another one than the page's may be.</param>
public sealed record Crumb(string Text, string? Href = null, string? Language = null);
