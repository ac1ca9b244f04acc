using System.Globalization;
using System.Text.RegularExpressions;

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>A path to one answer: a field, a field of a block, a row, or a field of a row.</summary>
/// <param name="Code">Code of the top-level field.</param>
/// <param name="Row">Row from 0; null outside of rows.</param>
/// <param name="Child">Code within the block or row; null for the whole.</param>
internal sealed partial record AnswerPath(string Code, int? Row, string? Child)
{
    /// <summary>The path with <c>[]</c> in place of the row, as forms name their fields.</summary>
    public string Pattern => (Row is null ? Code : Code + "[]") + (Child is null ? string.Empty : "." + Child);

    /// <summary>Reads <c>households[0].name</c>; null when it is no path.</summary>
    public static AnswerPath? TryParse(string path)
    {
        if (path.Length > 120) return null;
        var match = Shape().Match(path);
        if (!match.Success) return null;
        var row = match.Groups["row"];
        var child = match.Groups["child"];
        return new AnswerPath(
            match.Groups["code"].Value,
            row.Success ? int.Parse(row.Value, NumberStyles.None, CultureInfo.InvariantCulture) : null,
            child.Success ? child.Value : null);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Concat(
        Code,
        Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"[{row}]") : string.Empty,
        Child is null ? string.Empty : "." + Child);

    [GeneratedRegex(
        @"^(?<code>[A-Za-z][A-Za-z0-9]*)(\[(?<row>[0-9]{1,4})\])?(\.(?<child>[A-Za-z][A-Za-z0-9]*))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
