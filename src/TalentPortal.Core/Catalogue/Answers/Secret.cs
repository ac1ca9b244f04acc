using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>An answer that is stored apart, encrypted.</summary>
/// <param name="Path">Path of the answer, with its row: <c>households[0].phone</c>.</param>
/// <param name="Kind">What kind of secret it is.</param>
/// <param name="Plain">The plain text: never logged, never stored unencrypted.</param>
public sealed record Secret(string Path, SecretKind Kind, string Plain)
{
    /// <summary>Path and kind; never the plain text.</summary>
    public override string ToString() => $"{Path} ({Kind})";
}
