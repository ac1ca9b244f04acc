using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>Rows as a form posts them: <c>awards[2].name</c>. Numbers may have gaps and blank rows; here they close up.</summary>
internal static partial class PostedRows
{
    /// <summary>The hidden control of a row that says where it stands in the stored answers.</summary>
    public const string Origin = "_row";

    /// <summary>The numbers of a list's rows in order.</summary>
    public static IReadOnlyList<int> Numbers(IEnumerable<string> keys, string list) =>
        [.. keys.Select(key => Shape().Match(key)).Where(m => m.Success && m.Groups["list"].Value == list)
            .Select(m => int.Parse(m.Groups["row"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct().Order()];

    /// <summary>The same values with each list's rows numbered from 0, blank rows left out.</summary>
    /// <param name="values">Posted values.</param>
    /// <param name="removed">A row to leave out: list and number; null for none.</param>
    public static IReadOnlyDictionary<string, StringValues> Compact(
        IReadOnlyDictionary<string, StringValues> values, (string List, int Row)? removed = null)
    {
        var compact = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var rows = new SortedDictionary<(string List, int Row), List<(string Child, StringValues Value)>>();
        foreach (var (key, value) in values)
        {
            var match = Shape().Match(key);
            if (!match.Success)
            {
                compact[key] = value;
                continue;
            }

            var place = (match.Groups["list"].Value, int.Parse(match.Groups["row"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
            if (place == removed) continue;
            if (!rows.TryGetValue(place, out var row)) rows[place] = row = [];
            row.Add((match.Groups["child"].Value, value));
        }

        foreach (var list in rows.Where(row => row.Value.Exists(IsFilled)).GroupBy(row => row.Key.List, StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var (_, children) in list)
            {
                foreach (var (child, value) in children)
                    compact[string.Create(CultureInfo.InvariantCulture, $"{list.Key}[{number}].{child}")] = value;
                number++;
            }
        }

        return compact;
    }

    private static bool IsFilled((string Child, StringValues Value) child) =>
        child.Child != Origin && child.Value.Any(value => !string.IsNullOrWhiteSpace(value));

    [GeneratedRegex(@"^(?<list>[A-Za-z][A-Za-z0-9]*)\[(?<row>[0-9]{1,4})\]\.(?<child>[A-Za-z_][A-Za-z0-9]*)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
