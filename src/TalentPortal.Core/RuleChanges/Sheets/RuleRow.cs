using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.RuleChanges.Sheets;

/// <summary>A line of a sheet: a condition, a tier, a level.</summary>
/// <param name="Name">Its words.</param>
/// <param name="Leaves">What can be changed of it.</param>
public sealed record RuleRow(LocalizedText Name, IReadOnlyList<RuleLeaf> Leaves);
