namespace TalentPortal.Core.Catalogue;

/// <summary>
/// A code table that only this service item needs (its categories, its levels). National tables stand in the portal's
/// own code tables; where both have the same key, the item's own is meant.
/// </summary>
/// <param name="Key">Key used by fields.</param>
/// <param name="Entries">Entries in display order, codes unique.</param>
/// <param name="Origin">Where the entries come from.</param>
public sealed record ItemCodeTable(string Key, IReadOnlyList<ItemCode> Entries, Origin Origin);
