namespace TalentPortal.Web.Presentation.Views;

/// <summary>One entry of a navigation.</summary>
/// <param name="TextKey">The key of its words.</param>
/// <param name="Href">Where it leads, from the root, without query.</param>
/// <param name="Icon">Its Tabler icon, without <c>ti-</c>; shown in the dock.</param>
/// <param name="Policy">The authorisation policy that must hold for the entry to be shown; null for everyone.</param>
public sealed record NavItem(string TextKey, string Href, string Icon, string? Policy = null)
{
    /// <summary>Whether a page at this path belongs under the entry: the same path, or one below it; home only for itself.</summary>
    public bool IsActive(PathString path) =>
        Href is "/" ? path.Value is "/" : path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase);
}
