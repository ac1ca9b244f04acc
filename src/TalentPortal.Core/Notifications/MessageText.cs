using System.Text.RegularExpressions;

namespace TalentPortal.Core.Notifications;

/// <summary>A message's text in one language, with places such as <c>{caseNumber}</c>.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Body">Paragraphs.</param>
public sealed partial record MessageText(string Subject, string Body)
{
    /// <summary>The names of its places.</summary>
    public IReadOnlySet<string> Places() =>
        Place().Matches(Subject + Body).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>The text with its places filled.</summary>
    /// <exception cref="KeyNotFoundException">A place has no value.</exception>
    public MessageText Fill(IReadOnlyDictionary<string, string> values) => new(Fill(Subject, values), Fill(Body, values));

    private static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(text, match => OneLine(values[match.Groups["name"].Value]));

    /// <summary>A value never brings a line of its own: it may stand in a header.</summary>
    private static string OneLine(string value) => string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c));

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
