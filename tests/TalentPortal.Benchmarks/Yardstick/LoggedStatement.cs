using System.Text.RegularExpressions;

namespace TalentPortal.Benchmarks.Yardstick;

/// <summary>A statement as the server logged it.</summary>
/// <param name="Session">The server process that ran it.</param>
/// <param name="Sql">With <c>$1</c>, <c>$2</c>… for the values.</param>
/// <param name="Values">The values as text, in that order; null stands for NULL.</param>
internal sealed partial record LoggedStatement(int Session, string Sql, IReadOnlyList<string?> Values)
{
    /// <summary>Reads an entry of the log.</summary>
    /// <returns>Null when it tells of no statement.</returns>
    public static LoggedStatement? Parse(int session, string message, string? detail)
    {
        var statement = Statement().Match(message);
        return statement.Success ? new LoggedStatement(session, statement.Groups[1].Value.Trim(), ValuesOf(detail ?? "")) : null;
    }

    /// <summary>Whether it is this command of transactions.</summary>
    public bool Is(string command) => Sql.StartsWith(command, StringComparison.OrdinalIgnoreCase);

    private static List<string?> ValuesOf(string detail) =>
        [.. Value().Matches(detail).Select(match => match.Groups["text"] is { Success: true } text
            ? text.Value.Replace("''", "'", StringComparison.Ordinal)
            : null)];

    [GeneratedRegex(@"\A(?:execute [^:]+|statement): (.*)\z", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\$\d+ = (?:NULL|'(?<text>(?:[^']|'')*)')", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Value();
}
