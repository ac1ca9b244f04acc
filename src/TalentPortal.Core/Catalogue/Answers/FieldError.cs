using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>Why an answer cannot stay so.</summary>
/// <param name="Path">Path of the field (<c>households[0].name</c>), or <c>materials.code</c> for a material without a field.</param>
/// <param name="Refusal">The reason.</param>
public sealed record FieldError(string Path, Refusal Refusal);
