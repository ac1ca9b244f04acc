namespace TalentPortal.Web.Presentation.Views;

/// <summary>What an error page says: the texts are <c>Shared.Error.{Status}.*</c>.</summary>
/// <param name="Status">The HTTP status: 400, 403, 404, 500 or 503.</param>
/// <param name="Number">The number to quote, which also stands in the log; null where nobody needs to look it up.</param>
public sealed record ErrorView(int Status, string? Number);
