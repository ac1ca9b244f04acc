namespace TalentPortal.Web.Presentation.Lists;

/// <summary>One column of a list.</summary>
/// <param name="Key">What it is called in the database and in forms; never shown.</param>
/// <param name="TextKey">Its head.</param>
/// <param name="Value">
/// What a row holds there, typed: page, sheet and order are made of it. It says no more than the page does; null for nothing.
/// </param>
/// <typeparam name="TRow">A row of the list.</typeparam>
internal sealed record ListColumn<TRow>(string Key, string TextKey, Func<TRow, ListWords, object?> Value) : ListColumn(Key, TextKey);
