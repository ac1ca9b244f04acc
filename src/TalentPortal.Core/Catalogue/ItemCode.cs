namespace TalentPortal.Core.Catalogue;

/// <summary>One entry of a code table, the item's own or the portal's.</summary>
/// <param name="Code">The code that answers store.</param>
/// <param name="Name">What people read.</param>
/// <param name="Parent">The entry under which it may be chosen; null: under any.</param>
/// <param name="Attributes">What else the entry says, by name, such as <c>grade</c> of a title.</param>
public sealed record ItemCode(string Code, LocalizedText Name, string? Parent, IReadOnlyDictionary<string, string> Attributes);
