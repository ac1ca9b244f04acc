namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>How many holders a catalogue would move from one level to another.</summary>
/// <param name="From">Code of the level before; null for none.</param>
/// <param name="To">Code of the level after; null for none.</param>
/// <param name="Holders">How many.</param>
public sealed record LevelMove(string? From, string? To, int Holders);
