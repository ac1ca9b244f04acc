using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>Which level a basis is worth.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Which one.</param>
/// <param name="Level">The card level.</param>
/// <param name="Provenance">How far it can be trusted.</param>
public sealed record BasisRule(BasisKind Kind, string Code, string Level, Provenance Provenance);
