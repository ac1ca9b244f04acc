namespace TalentPortal.Core.Lists;

/// <summary>How an account wants a list.</summary>
/// <param name="Columns">Keys of the columns to show; null for the list's own choice.</param>
/// <param name="Sort">The order; null for the list's own.</param>
/// <param name="Filters">Filters kept, by name.</param>
public sealed record ListView(IReadOnlyList<string>? Columns, ListSort? Sort, IReadOnlyList<SavedFilter> Filters);
