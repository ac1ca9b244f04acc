using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Issuing;

/// <summary>A span by which one asks which cards end.</summary>
/// <param name="Days">From today, in days.</param>
/// <param name="Provenance">How far the number can be trusted.</param>
public sealed record EndSpan(int Days, Provenance Provenance);
