using System.Text.RegularExpressions;
using TalentPortal.TestCommon;

namespace TalentPortal.Web.Tests.Security;

/// <summary>One way in: a page's handler, or a route with its method.</summary>
/// <param name="Route">As the endpoint has it.</param>
/// <param name="Method">The HTTP method, or ANY.</param>
/// <param name="Handler">The page handler's name; empty for the unnamed one and outside pages.</param>
internal sealed record Door(string Route, string Method, string Handler)
{
    public override string ToString() => $"{Route} | {Method}{(Handler.Length > 0 ? " " + Handler : "")}";
}

/// <summary>A line of the matrix.</summary>
/// <param name="Door">The way in.</param>
/// <param name="Roles">Who may come in.</param>
/// <param name="Rows">The kind of row behind it; null when it leads to no single row.</param>
internal sealed record DoorLine(Door Door, IReadOnlySet<string> Roles, string? Rows);

/// <summary>The table in <c>access-matrix.txt</c>: who comes in at which door and who sees which row.</summary>
internal sealed partial class AccessMatrix
{
    private readonly Dictionary<string, IReadOnlyList<string>> groups = new(StringComparer.Ordinal);

    private AccessMatrix(IEnumerable<string> lines)
    {
        var section = "";
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[') section = line;
            else if (section == "[groups]") ReadGroup(line);
            else if (section == "[rows]") ReadRow(line);
            else Doors.Add(ReadDoor(line));
        }
    }

    /// <summary>Roles with an account, and <c>anonymous</c>.</summary>
    public static IReadOnlyList<string> Roles { get; } =
    [
        "anonymous", "talent", "other", "village", "town", "town2", "department", "joint1", "expert1", "expert2", "office", "leader", "admin", "venue", "partner",
    ];

    /// <summary>The table.</summary>
    public static AccessMatrix Read() => new(File.ReadLines(
        Path.Combine(Repository.Root, "tests", "TalentPortal.Web.Tests", "Security", "access-matrix.txt")));

    /// <summary>Its doors, in the file's order.</summary>
    public List<DoorLine> Doors { get; } = [];

    /// <summary>Who sees a row, by <c>kind.row</c>.</summary>
    public Dictionary<string, IReadOnlySet<string>> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>The rows of a kind.</summary>
    public IEnumerable<(string Name, IReadOnlySet<string> Seers)> RowsOf(string kind) =>
        Rows.Where(row => row.Key.StartsWith(kind + ".", StringComparison.Ordinal)).Select(row => (row.Key, row.Value));

    /// <summary>What is without a line, what a line names in vain, and what is named twice.</summary>
    public IReadOnlyList<string> Against(IEnumerable<Door> doors)
    {
        var there = doors.ToHashSet();
        var listed = Doors.Select(line => line.Door).ToList();
        return
        [
            .. there.Except(listed).Select(door => $"without a line: {door}"),
            .. listed.Except(there).Select(door => $"leads nowhere: {door}"),
            .. listed.GroupBy(door => door).Where(group => group.Count() > 1).Select(group => $"twice: {group.Key}"),
            .. Doors.Where(line => line.Rows is { } kind && !RowsOf(kind).Any()).Select(line => $"no rows of this kind: {line.Rows}"),
        ];
    }

    private void ReadGroup(string line)
    {
        var (name, members) = Split(line, '=');
        groups.Add(name, [.. RolesOf(members)]);
    }

    private void ReadRow(string line)
    {
        var (name, seers) = Split(line, ':');
        Rows.Add(name, RolesOf(seers).ToHashSet(StringComparer.Ordinal));
    }

    private DoorLine ReadDoor(string line)
    {
        var parts = line.Split(" | ", StringSplitOptions.TrimEntries);
        if (parts.Length != 4) throw new InvalidDataException($"Not four columns: {line}");
        var (method, handler) = Split(parts[1] + " ", ' ');
        return new DoorLine(new Door(parts[0], method, handler), RolesOf(parts[2]).ToHashSet(StringComparer.Ordinal), parts[3] is "-" ? null : parts[3]);
    }

    private IEnumerable<string> RolesOf(string words)
    {
        foreach (var word in Word().Matches(words).Select(match => match.Value).Where(word => word != "-"))
        {
            if (groups.TryGetValue(word, out var members)) foreach (var member in members) yield return member;
            else if (Roles.Contains(word, StringComparer.Ordinal)) yield return word;
            else throw new InvalidDataException($"Neither role nor group: {word}");
        }
    }

    private static (string Before, string After) Split(string line, char at)
    {
        var place = line.IndexOf(at, StringComparison.Ordinal);
        return (line[..place].Trim(), line[(place + 1)..].Trim());
    }

    [GeneratedRegex(@"\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
