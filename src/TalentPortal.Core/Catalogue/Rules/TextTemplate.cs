using System.Text.RegularExpressions;

namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>Texts with placeholders such as <c>{years}</c>.</summary>
public static partial class TextTemplate
{
    /// <summary>The names of the placeholders in a text.</summary>
    public static IEnumerable<string> Placeholders(string text) => Shape().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>The text with its placeholders filled; one without a value stays as it is.</summary>
    public static string Fill(string text, Func<string, string?> value) =>
        Shape().Replace(text, match => value(match.Groups["name"].Value) ?? match.Value);

    [GeneratedRegex(@"\{(?<name>[a-zA-Z][a-zA-Z0-9]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
