namespace TalentPortal.Workflows.Drawings;

/// <summary>Lanes of one channel: what overlaps gets lanes of its own, the first that is free.</summary>
internal sealed class Lanes
{
    private readonly List<List<(double From, double To)>> _lanes = [];

    public int Count => _lanes.Count;

    public int Take(double from, double to)
    {
        var (low, high) = from <= to ? (from, to) : (to, from);
        for (var lane = 0; ; lane++)
        {
            if (lane == _lanes.Count) _lanes.Add([]);
            if (_lanes[lane].Exists(other => other.From <= high && low <= other.To)) continue;
            _lanes[lane].Add((low, high));
            return lane;
        }
    }
}
