namespace TalentPortal.Core.Lists;

/// <summary>By which column a list is ordered.</summary>
/// <param name="Column">The column's key.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record ListSort(string Column, bool Descending);
