using System.Globalization;
using System.Text;

namespace TalentPortal.Core.Standards;

/// <summary>What people type, made plain before it is checked.</summary>
internal static class InputText
{
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>Full-width forms become ASCII; white space, dashes and invisible characters go; letters become capitals.</summary>
    public static string Compact(string? text)
    {
        if (string.IsNullOrEmpty(text)) return string.Empty;
        var plain = new StringBuilder(text.Length);
        foreach (var typed in text)
        {
            var c = ToHalfWidth(typed);
            if (!IsFiller(c)) plain.Append(char.ToUpperInvariant(c));
        }

        return plain.ToString();
    }

    /// <summary>Whether every character is an ASCII digit, and there is at least one.</summary>
    public static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether every character is an ASCII digit or capital letter, and there is at least one.</summary>
    public static bool IsCapitalsOrDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c)) return false;
        }

        return !text.IsEmpty;
    }

    private static char ToHalfWidth(char c) => c is >= FullWidthFirst and <= FullWidthLast ? (char)(c - FullWidthOffset) : c;

    private static bool IsFiller(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c)
        is UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control;
}
