namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>How many copies of each mold, and in which order: mixed, and the same in every run.</summary>
internal static class BulkPlan
{
    // Of what does not wait at a desk.
    private const double PendingShare = 0.015;
    private const int Seed = 20260101;

    /// <summary>The mold of each case.</summary>
    public static int[] Of(IReadOnlyList<Mold> molds, BulkOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var waiting = Math.Min(order.OpenTasks, order.Cases);
        var pending = (int)((order.Cases - waiting) * PendingShare);
        var places = new List<int>(order.Cases);
        Share(places, molds, MoldUse.Waiting, waiting);
        Share(places, molds, MoldUse.Pending, pending);
        Share(places, molds, MoldUse.Closed, order.Cases - waiting - pending);
        var mixed = places.ToArray();
        new Random(Seed).Shuffle(mixed);
        return mixed;
    }

    /// <summary>
    /// The earliest and latest copy in working days after the mold: nothing happens in the future, and what falls due does so later.
    /// </summary>
    public static (int From, int To) Shifts(Mold mold, WorkingDays days)
    {
        ArgumentNullException.ThrowIfNull(mold);
        ArgumentNullException.ThrowIfNull(days);
        var to = days.Today - 1 - days.PlaceOf(mold.LastAt);
        var from = to - mold.Recipe.Use switch
        {
            MoldUse.Waiting => 12,
            MoldUse.Pending => 60,
            _ => 480,
        };
        if (mold.DueAt is { } due) from = Math.Max(from, days.Today + 1 - days.PlaceOf(due));
        return (Math.Min(from, to), to);
    }

    private static void Share(List<int> places, IReadOnlyList<Mold> molds, MoldUse use, int count)
    {
        var chosen = molds.Index().Where(one => one.Item.Recipe.Use == use).ToList();
        var all = chosen.Sum(one => one.Item.Recipe.Weight);
        var (given, weight) = (0, 0);
        foreach (var (place, mold) in chosen)
        {
            weight += mold.Recipe.Weight;
            var until = (int)((long)count * weight / all);
            places.AddRange(Enumerable.Repeat(place, until - given));
            given = until;
        }
    }
}
