namespace TalentPortal.Core.Catalogue.Guides;

/// <summary>One legal or policy basis.</summary>
/// <param name="Title">Title of the document.</param>
/// <param name="Article">Article or document number; may be empty.</param>
/// <param name="Origin">Where the portal has it from.</param>
public sealed record LegalBasis(LocalizedText Title, LocalizedText Article, Origin Origin);
