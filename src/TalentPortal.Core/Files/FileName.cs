using System.Globalization;
using System.Text;

namespace TalentPortal.Core.Files;

/// <summary>Names of uploads, made safe for a database, a header, a page and any file system.</summary>
public static class FileName
{
    /// <summary>The longest name, in UTF-8 bytes: what file systems hold, and never more characters than the column does.</summary>
    public const int MaximumBytes = 255;

    private const int LongestExtension = 5;
    private const string Nameless = "file";

    private static readonly HashSet<string> Reserved = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. "0123456789\u00B9\u00B2\u00B3".SelectMany(digit => new[] { $"COM{digit}", $"LPT{digit}" }),
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A name without path, control and direction characters, reserved words and marks that Windows refuses, with an extension that
    /// fits the format, at most <see cref="MaximumBytes"/> long. Cleaning a clean name changes nothing.
    /// </summary>
    /// <param name="given">The name as the browser sent it.</param>
    /// <param name="format">What the content is.</param>
    public static string Clean(string given, FileFormat format)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(format);
        var name = Printable(LastPart(given));
        var extension = ExtensionOf(name) ?? "";
        if (format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)) name = name[..^extension.Length];
        else extension = format.Extensions[0];
        return Fit(Stem(name), extension);
    }

    /// <summary>The end of a name that reads as an extension: a dot and up to five letters or digits, not digits alone.</summary>
    public static string? ExtensionOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var visible = Printable(LastPart(name));
        var dot = visible.LastIndexOf('.');
        if (dot < 0) return null;
        var end = visible[(dot + 1)..];
        var isPlain = end.Length is > 0 and <= LongestExtension && end.All(char.IsAsciiLetterOrDigit);
        return isPlain && !end.All(char.IsAsciiDigit) ? visible[dot..] : null;
    }

    /// <summary>The same names in the same order, later equals numbered, as <c>a (2).pdf</c>. Case makes no difference.</summary>
    public static IReadOnlyList<string> Distinguish(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var given = names.ToList();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var reserved = new HashSet<string>(given, StringComparer.OrdinalIgnoreCase);
        return [.. given.Select(name => taken.Add(name) ? name : Numbered(name, taken, reserved))];
    }

    private static string Numbered(string name, HashSet<string> taken, HashSet<string> reserved)
    {
        var extension = ExtensionOf(name) ?? "";
        var stem = name[..^extension.Length];
        for (var number = 2; ; number++)
        {
            var candidate = Fit(stem, $" ({number.ToString(CultureInfo.InvariantCulture)}){extension}");
            if (!reserved.Contains(candidate) && taken.Add(candidate)) return candidate;
        }
    }

    private static string LastPart(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static string Printable(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            // Format characters include the right-to-left override, which makes "fdp.exe" look like "exe.pdf". A lone surrogate
            // arrives here as the replacement character.
            if (Rune.IsWhiteSpace(rune)) text.Append(' ');
            else if (rune == Rune.ReplacementChar || IsInvisible(rune)) continue;
            else if (rune.IsAscii && "<>:\"|?*".Contains((char)rune.Value, StringComparison.Ordinal)) text.Append('_');
            else text.Append(rune);
        }

        return string.Join(' ', text.ToString().Normalize().Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ' ');
    }

    private static string Stem(string name)
    {
        var stem = name.Trim(' ', '.');
        if (stem.Length == 0) return Nameless;
        return Reserved.Contains(stem.Split('.')[0].TrimEnd()) ? "_" + stem : stem;
    }

    private static string Fit(string stem, string end)
    {
        var room = MaximumBytes - Encoding.UTF8.GetByteCount(end);
        var kept = new StringBuilder(stem.Length);
        foreach (var rune in stem.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0) break;
            kept.Append(rune);
        }

        return kept.ToString().TrimEnd(' ', '.') + end;
    }
}
