using System.Globalization;
using System.Text.RegularExpressions;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>Finds in a mold's texts what its copies replace.</summary>
/// <param name="slots">Slot by key.</param>
/// <param name="known">The mold's own name, number and masked numbers.</param>
/// <param name="days">From and to which day a day in JSON is the mold's and not somebody's birthday.</param>
internal sealed partial class MoldTexts(
    IReadOnlyDictionary<Guid, int> slots, IReadOnlyDictionary<string, MoldPartKind> known, (DateOnly From, DateOnly To) days)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string pattern = string.Join('|', known.Keys.Where(text => text.Length > 0).OrderByDescending(text => text.Length)
        .Select(Regex.Escape).Prepend(KeyPattern));

    private const string KeyPattern = @"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{32}\b";
    private const string DayPattern = @"\b20[0-9]{2}-[0-9]{2}-[0-9]{2}(?=[T""])";

    /// <summary>Every key that stands in a text.</summary>
    public static IEnumerable<Guid> KeysIn(string text) => Keys().Matches(text).Select(match => Guid.Parse(match.Value));

    /// <summary>How a text is cast.</summary>
    /// <param name="text">The mold's.</param>
    /// <param name="hasDays">Whether days in it move with the case.</param>
    public MoldCell Cell(string text, bool hasDays)
    {
        var parts = new List<MoldPart>();
        var at = 0;
        foreach (Match match in Regex.Matches(
            text, hasDays ? pattern + "|" + DayPattern : pattern, RegexOptions.CultureInvariant, Patience))
        {
            if (Part(match.Value) is not { } part) continue;
            if (match.Index > at) parts.Add(new MoldPart(MoldPartKind.Literal, text[at..match.Index]));
            parts.Add(part);
            at = match.Index + match.Length;
        }

        if (parts.Count == 0) return new MoldCell.Fixed(text);
        if (at < text.Length) parts.Add(new MoldPart(MoldPartKind.Literal, text[at..]));
        return new MoldCell.Text(parts);
    }

    private MoldPart? Part(string found)
    {
        if (known.TryGetValue(found, out var kind)) return new MoldPart(kind, "");
        if (Guid.TryParse(found, out var key))
            return slots.TryGetValue(key, out var slot)
                ? new MoldPart(found.Contains('-') ? MoldPartKind.Key : MoldPartKind.ShortKey, "", slot)
                : null;
        return DateOnly.TryParseExact(found, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && on >= days.From
            && on <= days.To
            ? new MoldPart(MoldPartKind.Day, "", On: on)
            : null;
    }

    [GeneratedRegex(KeyPattern, RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Keys();
}
