namespace TalentPortal.Core.Standards;

/// <summary>Check characters of ISO 7064 (GB/T 17710).</summary>
public static class Iso7064
{
    private const string Mod11Characters = "0123456789X";

    /// <summary>MOD 11-2: the check character (0–9 or X) that belongs behind these digits.</summary>
    /// <exception cref="ArgumentException">There is something else than ASCII digits, or nothing.</exception>
    public static char Mod11Radix2(ReadOnlySpan<char> digits)
    {
        if (!InputText.IsDigits(digits)) throw new ArgumentException("Only digits can be checked.", nameof(digits));
        var product = 0;
        foreach (var digit in digits) product = (product + digit - '0') * 2 % 11;
        return Mod11Characters[(12 - product) % 11];
    }

    /// <summary>MOD 97-10: the two check digits that belong behind these digits and capital letters (A = 10 … Z = 35).</summary>
    /// <exception cref="ArgumentException">There is something else than ASCII digits and capitals, or nothing.</exception>
    public static string Mod97Radix10(ReadOnlySpan<char> text)
    {
        var check = 98 - (Remainder97(text) * 100 % 97);
        return check.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the last two digits are the right MOD 97-10 check digits of what stands before them.</summary>
    public static bool IsValidMod97Radix10(ReadOnlySpan<char> text) =>
        text.Length > 2 && InputText.IsCapitalsOrDigits(text) && Mod97Radix10(text[..^2]).AsSpan().SequenceEqual(text[^2..]);

    private static int Remainder97(ReadOnlySpan<char> text)
    {
        if (!InputText.IsCapitalsOrDigits(text)) throw new ArgumentException("Only digits and capitals can be checked.", nameof(text));
        var remainder = 0;
        foreach (var c in text)
        {
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + c - '0') % 97 : ((remainder * 100) + c - 'A' + 10) % 97;
        }

        return remainder;
    }
}
