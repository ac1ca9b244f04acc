namespace TalentPortal.EndToEnd.Tests.Pages;

/// <summary>A page as somebody meets it.</summary>
/// <param name="Page">Its path below <c>Pages</c>.</param>
/// <param name="Who">
/// A demonstration account, or a place as in an address; blank for a visitor; null where there is no page to look at: a file, or a step
/// to another page.
/// </param>
/// <param name="Address">Where; places in braces are filled in by <see cref="FilledPortal"/>.</param>
/// <param name="Submit">
/// The button that sends its form as it stands, with a mistake; null where there is no form, or a blank one is no mistake.
/// </param>
/// <param name="IsList">Whether it has an empty state.</param>
/// <param name="Status">What it answers.</param>
internal sealed record PageVisit(string Page, string? Who, string Address, string? Submit = null, bool IsList = false, int Status = 200);
