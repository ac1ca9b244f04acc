using System.Globalization;

namespace TalentPortal.Core.Catalogue;

/// <summary>One text in the portal's two languages. Both are data: no text of a service item stands in code.</summary>
/// <param name="Zh">Chinese (zh-CN).</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Zh, string En)
{
    /// <summary>No text in either language.</summary>
    public static LocalizedText Empty { get; } = new(string.Empty, string.Empty);

    /// <summary>Whether a reader of either language would find nothing.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Zh) || string.IsNullOrWhiteSpace(En);

    /// <summary>The text for a reader of this culture; Chinese unless the culture is an English one.</summary>
    public string For(CultureInfo culture) =>
        string.Equals(culture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? En : Zh;

    /// <summary>The text for the present reader, so that it can stand as an argument of a sentence.</summary>
    public override string ToString() => For(CultureInfo.CurrentUICulture);
}
