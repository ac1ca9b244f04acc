using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>Turns what was typed into typed answers. What cannot be understood is kept as typed.</summary>
internal static partial class AnswerText
{
    /// <summary>Longest text that is looked at; anything longer is refused before it is worked on.</summary>
    public const int LongestRaw = 20_000;

    /// <summary>The same for everything but texts: no number, code or date is as long.</summary>
    public const int LongestShort = 500;

    private const int LongestKept = 200;
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>The answer of a field that is neither a block nor a file; null when nothing was typed.</summary>
    public static AnswerValue? Parse(FormField field, string raw)
    {
        var text = Clean(raw, field.Type is FieldType.LongText);
        if (text.Length == 0) return null;
        return field.Type switch
        {
            FieldType.Number or FieldType.Money => ParseNumber(text),
            FieldType.Date => ParseDate(text),
            FieldType.YesNo => ParseYesNo(text),
            FieldType.CitizenId => new AnswerValue.Text(
                CitizenNumber.Parse(text, DateOnly.MaxValue) is { Succeeded: true } id ? id.Value.Number : Compact(text)),
            FieldType.Phone => new AnswerValue.Text(MobilePhone.Parse(text) is { Succeeded: true } phone ? phone.Value : Compact(text)),
            FieldType.Email => new AnswerValue.Text(EmailAddress.Parse(text) is { Succeeded: true } email ? email.Value : text),
            FieldType.CreditCode or FieldType.BankAccount or FieldType.Region => new AnswerValue.Text(Compact(text)),
            FieldType.Choice when field.Multiple => new AnswerValue.Codes([text]),
            _ => new AnswerValue.Text(text),
        };
    }

    /// <summary>
    /// Without control characters, direction marks (they can make a text read as another), halves of character pairs (no
    /// database takes them) and outer white space; line ends become one kind, and blanks where there may be no lines.
    /// </summary>
    public static string Clean(string raw, bool keepLines)
    {
        var clean = new StringBuilder(raw.Length);
        foreach (var rune in raw.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t') clean.Append(keepLines ? (char)rune.Value : ' ');
            else if (!Rune.IsControl(rune) && rune != Rune.ReplacementChar && !IsDirectionMark(rune.Value)) clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }

    private static string Compact(string text)
    {
        // A text of nothing but dashes would vanish, and with it the reason for refusing it.
        var compact = InputText.Compact(text);
        return compact.Length == 0 ? text : compact;
    }

    private static bool IsDirectionMark(int c) => c is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0xFEFF;

    private static AnswerValue ParseNumber(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Replace(",", string.Empty, StringComparison.Ordinal);
        plain = string.Concat(plain.Where(c => !char.IsWhiteSpace(c)));
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(plain, style, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Largest
            ? new AnswerValue.Number(number)
            : Unreadable(text);
    }

    private static AnswerValue ParseDate(string text)
    {
        var match = DateShape().Match(text.Normalize(NormalizationForm.FormKC));
        var written = $"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}";
        return DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new AnswerValue.Date(date)
            : Unreadable(text);
    }

    private static AnswerValue ParseYesNo(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" => new AnswerValue.YesNo(true),
        "false" or "no" or "off" or "0" => new AnswerValue.YesNo(false),
        _ => Unreadable(text),
    };

    private static AnswerValue.Unreadable Unreadable(string text)
    {
        if (text.Length <= LongestKept) return new AnswerValue.Unreadable(text);
        return new AnswerValue.Unreadable(text[..(char.IsHighSurrogate(text[LongestKept - 1]) ? LongestKept - 1 : LongestKept)]);
    }

    /// <summary>Year, month and day in this order with anything but digits between them.</summary>
    [GeneratedRegex(
        @"^\D{0,5}(?<y>[0-9]{4})\D{1,3}(?<m>[0-9]{1,2})\D{1,3}(?<d>[0-9]{1,2})\D{0,3}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DateShape();
}
