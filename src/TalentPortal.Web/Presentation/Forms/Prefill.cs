namespace TalentPortal.Web.Presentation.Forms;

/// <summary>A first answer that the portal knows from elsewhere.</summary>
/// <param name="Shown">As shown; masked when the answer is a secret.</param>
/// <param name="Plain">The whole value: never put into a page.</param>
/// <param name="SourceKey">Key of the sentence that names its source.</param>
public sealed record Prefill(string Shown, string Plain, string SourceKey)
{
    /// <summary>What it is shown as; never the plain value.</summary>
    public override string ToString() => Shown;
}
