namespace TalentPortal.Core.Catalogue.Forms;

/// <summary>A field whose answers are stored apart, encrypted.</summary>
/// <param name="Path">Path; row fields carry <c>[]</c> in place of the row.</param>
/// <param name="Kind">What kind of secret it is.</param>
/// <param name="Field">The field.</param>
public sealed record SensitiveField(string Path, SecretKind Kind, FormField Field);
