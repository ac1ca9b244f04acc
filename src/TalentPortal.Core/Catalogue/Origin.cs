using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue;

/// <summary>Where a figure or rule comes from. Every rule of a service item carries it, and the administration shows it.</summary>
/// <param name="Provenance">How far it may be trusted.</param>
/// <param name="Source">The document, article or page; empty for a default that nobody has confirmed.</param>
public sealed record Origin(Provenance Provenance, string Source);
