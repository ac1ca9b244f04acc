namespace TalentPortal.Core.Definitions.Differences;

/// <summary>
/// The lines of two texts side by side, after Myers (1986): as few additions and removals as there can be, up to a limit.
/// </summary>
public static class LineDifference
{
    private const int Context = 2;

    /// <summary>Texts that differ more than this are shown as one whole after the other: nobody would read the difference.</summary>
    private const int MostEdits = 1500;

    /// <summary>The lines that differ, each with a few equal ones around it.</summary>
    public static IReadOnlyList<LineChange> Between(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (a, b) = (before.ReplaceLineEndings("\n").Split('\n'), after.ReplaceLineEndings("\n").Split('\n'));
        return Shortened(All(a, b));
    }

    private static List<LineChange> All(string[] a, string[] b)
    {
        var prefix = 0;
        while (prefix < a.Length && prefix < b.Length && a[prefix] == b[prefix]) prefix++;
        var suffix = 0;
        while (suffix < a.Length - prefix && suffix < b.Length - prefix && a[^(suffix + 1)] == b[^(suffix + 1)]) suffix++;
        var lines = new List<LineChange>();
        for (var i = 0; i < prefix; i++) lines.Add(new LineChange(Kind: null, i + 1, i + 1, a[i]));
        Middle(a[prefix..^suffix], b[prefix..^suffix], prefix, lines);
        for (var i = suffix; i > 0; i--) lines.Add(new LineChange(Kind: null, a.Length - i + 1, b.Length - i + 1, a[^i]));
        return lines;
    }

    private static void Middle(string[] a, string[] b, int offset, List<LineChange> lines)
    {
        var (x, y) = (0, 0);
        foreach (var (toX, toY) in Matches(a, b).Append((a.Length, b.Length)))
        {
            for (; x < toX; x++) lines.Add(new LineChange(ChangeKind.Removed, offset + x + 1, NewNumber: null, a[x]));
            for (; y < toY; y++) lines.Add(new LineChange(ChangeKind.Added, OldNumber: null, offset + y + 1, b[y]));
            if (x >= a.Length || y >= b.Length) continue;
            lines.Add(new LineChange(Kind: null, offset + x + 1, offset + y + 1, a[x]));
            (x, y) = (x + 1, y + 1);
        }
    }

    /// <summary>The pairs of equal lines on a shortest way through both texts, in order.</summary>
    private static List<(int X, int Y)> Matches(string[] a, string[] b)
    {
        var most = Math.Min(a.Length + b.Length, MostEdits);
        var reach = new int[2 * most + 3];
        var trail = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            trail.Add([.. reach]);
            for (var k = -edits; k <= edits; k += 2)
            {
                var x = k == -edits || (k != edits && reach[most + k] < reach[most + k + 2]) ? reach[most + k + 2] : reach[most + k] + 1;
                while (x < a.Length && x - k < b.Length && a[x] == b[x - k]) x++;
                reach[most + k + 1] = x;
                if (x >= a.Length && x - k >= b.Length) return Back(a.Length, b.Length, trail, most);
            }
        }

        return [];
    }

    private static List<(int X, int Y)> Back(int x, int y, List<int[]> trail, int most)
    {
        var matches = new List<(int X, int Y)>();
        for (var edits = trail.Count - 1; edits >= 0; edits--)
        {
            var reach = trail[edits];
            var k = x - y;
            var isDown = k == -edits || (k != edits && reach[most + k] < reach[most + k + 2]);
            var fromK = isDown ? k + 1 : k - 1;
            var fromX = edits == 0 ? 0 : reach[most + fromK + 1];
            var fromY = edits == 0 ? 0 : fromX - fromK;
            var (startX, startY) = edits == 0 ? (0, 0) : isDown ? (fromX, fromY + 1) : (fromX + 1, fromY);
            while (x > startX && y > startY) matches.Add((--x, --y));
            (x, y) = (fromX, fromY);
        }

        matches.Reverse();
        return matches;
    }

    private static List<LineChange> Shortened(List<LineChange> lines)
    {
        var isNear = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind is null) continue;
            for (var near = Math.Max(0, i - Context); near <= Math.Min(lines.Count - 1, i + Context); near++) isNear[near] = true;
        }

        var shown = new List<LineChange>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (isNear[i]) shown.Add(lines[i]);
            else if (shown.Count > 0 && !shown[^1].IsGap && isNear.AsSpan(i).Contains(true))
                shown.Add(new LineChange(Kind: null, null, null, ""));
        }

        return shown;
    }
}
