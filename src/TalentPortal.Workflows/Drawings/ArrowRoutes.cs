namespace TalentPortal.Workflows.Drawings;

/// <summary>Chooses for each arrow of a block between which rows and columns it runs; never through a box.</summary>
internal static class ArrowRoutes
{
    public static List<ArrowRoute> Choose(IReadOnlyList<Link> links, IReadOnlyList<Place> places)
    {
        var taken = places.ToHashSet();
        return [.. links.Select(link => Choose(link, places[link.Source], places[link.Target], taken))];
    }

    private static ArrowRoute Choose(Link link, Place from, Place to, HashSet<Place> taken)
    {
        if (from.Row == to.Row && Math.Abs(from.Column - to.Column) == 1) return new ArrowRoute(link, ArrowShape.Beside);
        var gap = to.Column > from.Column ? to.Column : to.Column + 1;
        if (to.Row <= from.Row) return new ArrowRoute(link, ArrowShape.Back) { ColumnGap = gap };
        var isFree = Enumerable.Range(from.Row + 1, to.Row - from.Row - 1).All(row => !taken.Contains(to with { Row = row }));
        if (!isFree) return new ArrowRoute(link, ArrowShape.Around) { ColumnGap = gap };
        return new ArrowRoute(link, from.Column == to.Column ? ArrowShape.Straight : ArrowShape.Down);
    }
}
