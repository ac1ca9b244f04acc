using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.RuleChanges.Sheets;

/// <summary>A part of a sheet.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">Name of the item; empty where the kind says it.</param>
/// <param name="Rows">Its lines.</param>
public sealed record RuleGroup(RuleGroupKind Kind, LocalizedText Name, IReadOnlyList<RuleRow> Rows);
