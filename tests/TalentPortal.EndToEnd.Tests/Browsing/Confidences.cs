using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace TalentPortal.EndToEnd.Tests.Browsing;

/// <summary>
/// What journeys typed in confidence: identity numbers, phones and bank accounts. None of it may lie readable in what a portal
/// leaves behind.
/// </summary>
internal sealed partial class Confidences
{
    private readonly ConcurrentDictionary<string, bool> values = new(StringComparer.Ordinal);

    /// <summary>Whether anything was typed yet.</summary>
    public bool IsEmpty => values.IsEmpty;

    /// <summary>Keeps in mind what is being typed when it is by its form a number that tells who somebody is.</summary>
    public void Notice(string typed)
    {
        if (NumberOfSomebody().IsMatch(typed)) Keep(typed);
    }

    /// <summary>Keeps in mind a value that no form gives away.</summary>
    public void Keep(string typed) => values.TryAdd(typed, true);

    /// <summary>Where any of the values can be read, as it was typed, without its gaps, or as the bytes of its text.</summary>
    public IReadOnlyList<string> FindIn(IEnumerable<(string Place, string Text)> traces)
    {
        var forms = values.Keys.SelectMany(FormsOf).Distinct().ToList();
        return [.. traces.AsParallel()
            .SelectMany(trace => forms.Where(form => trace.Text.Contains(form.Text, StringComparison.OrdinalIgnoreCase))
                .Select(form => $"{form.Name} in {trace.Place}"))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<(string Name, string Text)> FormsOf(string typed)
    {
        var name = typed[..3] + "…";
        foreach (var text in new[] { typed, Gap().Replace(typed, "") })
        {
            yield return (name, text);
            yield return (name + " (bytes)", Convert.ToHexString(Encoding.UTF8.GetBytes(text)));
            yield return (name + " (Base64)", Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('='));
        }
    }

    [GeneratedRegex(@"^\s*(1(?:[ -]?\d){10}|\d(?:[ -]?\d){14,18}[ -]?[\dXx])\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberOfSomebody();

    [GeneratedRegex("[ -]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
