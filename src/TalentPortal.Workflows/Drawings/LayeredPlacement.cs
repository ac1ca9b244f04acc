namespace TalentPortal.Workflows.Drawings;

/// <summary>
/// Rows by the longest way from the beginning, arrows that lead back left out; columns so that a box stands below those that lead to it.
/// </summary>
internal static class LayeredPlacement
{
    public static Place[] Place(int count, IReadOnlyList<Link> links)
    {
        var forward = Forward(count, links);
        var rows = Rows(count, forward);
        var columns = Columns(count, rows, forward);
        return [.. Enumerable.Range(0, count).Select(index => new Place(rows[index], columns[index]))];
    }

    /// <summary>Depth first from the first activity on; what leads to an activity still on the way leads back.</summary>
    private static List<Link> Forward(int count, IReadOnlyList<Link> links)
    {
        var state = new int[count];
        var next = links.ToLookup(link => link.Source);
        var back = new HashSet<Link>(ReferenceEqualityComparer.Instance);
        var targets = links.Where(link => link.Source != link.Target).Select(link => link.Target).ToHashSet();
        var starts = Enumerable.Range(0, count).OrderBy(index => targets.Contains(index)).ThenBy(index => index);
        foreach (var start in starts) Visit(start, state, next, back);
        return [.. links.Where(link => !back.Contains(link))];
    }

    private static void Visit(int start, int[] state, ILookup<int, Link> next, HashSet<Link> back)
    {
        if (state[start] != 0) return;
        var path = new Stack<(int Index, IEnumerator<Link> Open)>();
        Enter(start);
        while (path.TryPeek(out var top))
        {
            if (!top.Open.MoveNext())
            {
                state[top.Index] = 2;
                path.Pop();
                continue;
            }

            var link = top.Open.Current;
            if (state[link.Target] == 1) back.Add(link);
            else if (state[link.Target] == 0) Enter(link.Target);
        }

        void Enter(int index)
        {
            state[index] = 1;
            path.Push((index, next[index].GetEnumerator()));
        }
    }

    private static int[] Rows(int count, List<Link> forward)
    {
        var rows = new int[count];
        var open = new int[count];
        foreach (var link in forward) open[link.Target]++;
        var queue = new Queue<int>(Enumerable.Range(0, count).Where(index => open[index] == 0));
        var next = forward.ToLookup(link => link.Source);
        while (queue.TryDequeue(out var index))
        {
            foreach (var link in next[index])
            {
                rows[link.Target] = Math.Max(rows[link.Target], rows[index] + 1);
                if (--open[link.Target] == 0) queue.Enqueue(link.Target);
            }
        }

        return rows;
    }

    private static int[] Columns(int count, int[] rows, List<Link> forward)
    {
        var columns = new int[count];
        var before = forward.ToLookup(link => link.Target);
        foreach (var row in Enumerable.Range(0, count).GroupBy(index => rows[index]).OrderBy(group => group.Key))
        {
            var taken = new HashSet<int>();
            foreach (var (index, wish) in row.Select(index => (index, Wish: Wish(before[index], columns)))
                .OrderBy(one => one.Wish).ThenBy(one => one.index))
                columns[index] = Nearest(taken, (int)Math.Round(wish, MidpointRounding.AwayFromZero));
        }

        var used = columns.Distinct().Order().ToList();
        return Array.ConvertAll(columns, used.IndexOf);
    }

    private static double Wish(IEnumerable<Link> before, int[] columns)
    {
        var sources = before.Select(link => (double)columns[link.Source]).ToList();
        return sources.Count == 0 ? 0 : sources.Average();
    }

    private static int Nearest(HashSet<int> taken, int wish)
    {
        for (var distance = 0; ; distance++)
        {
            if (taken.Add(wish + distance)) return wish + distance;
            if (taken.Add(wish - distance)) return wish - distance;
        }
    }
}
