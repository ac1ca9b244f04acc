namespace TalentPortal.Core.Lists;

/// <summary>What the audit says of a list that left the portal. Keys, codes and counts, never a personal value.</summary>
/// <param name="List">The list's key.</param>
/// <param name="Filter">The filter, as keys and codes.</param>
/// <param name="Columns">Keys of the columns.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Purpose">What for.</param>
public sealed record ListExport(
    string List, IReadOnlyDictionary<string, string> Filter, IReadOnlyList<string> Columns, int Rows, ExportPurpose Purpose);
