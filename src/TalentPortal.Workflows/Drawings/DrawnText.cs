using System.Text;

namespace TalentPortal.Workflows.Drawings;

/// <summary>How wide text is, near enough to break lines: a Han character fills its square, a Latin letter about half of it.</summary>
public static class DrawnText
{
    private const string Ellipsis = "…";

    /// <summary>Width of a text in letters of a size.</summary>
    public static double Width(string text, double size)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Sum(Share) * size;
    }

    /// <summary>The text, cut with an ellipsis where it is wider than allowed.</summary>
    public static string Fit(string text, double width, double size) => Width(text, size) <= width ? text : Cut(text, width, size);

    /// <summary>The text in at most so many lines, broken at spaces where there are any; what remains is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int lines)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<string>();
        var rest = text.Trim();
        while (rest.Length > 0 && found.Count < lines)
        {
            if (Width(rest, size) <= width || found.Count == lines - 1)
            {
                found.Add(Fit(rest, width, size));
                break;
            }

            var line = Head(rest, width, size);
            found.Add(line.TrimEnd());
            rest = rest[line.Length..].TrimStart();
        }

        return found;
    }

    /// <summary>The longest beginning that fits; it ends after a space where the break would tear a Latin word.</summary>
    private static string Head(string text, double width, double size)
    {
        var head = Longest(text, width, size);
        if (head.Length == text.Length || text[head.Length] == ' ' || text[head.Length] > '\u2E7F' || head[^1] > '\u2E7F') return head;
        var space = head.LastIndexOf(' ');
        return space > 0 ? head[..(space + 1)] : head;
    }

    private static string Longest(string text, double width, double size)
    {
        var head = new StringBuilder();
        var used = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += Share(rune) * size;
            if (used > width && head.Length > 0) break;
            head.Append(rune.ToString());
        }

        return head.ToString();
    }

    private static string Cut(string text, double width, double size) =>
        Longest(text, Math.Max(0, width - Width(Ellipsis, size)), size).TrimEnd() + Ellipsis;

    private static double Share(Rune rune) => rune.Value switch
    {
        >= 0x2E80 => 1,
        >= 'A' and <= 'Z' or 'm' or 'w' => .68,
        ' ' or 'i' or 'l' or 'j' or 't' or 'f' or 'r' or '.' or ',' or ':' or '·' => .34,
        0x2026 => 1,
        _ => .56,
    };
}
