using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Workflows.Drawings;

/// <summary>
/// Measures a block: columns and rows as wide as their widest box, gaps as wide as the lanes and labels in them. First columns, then the
/// places where arrows leave, then rows.
/// </summary>
internal sealed class BlockGrid
{
    private readonly IReadOnlyList<Place> _places;
    private readonly IReadOnlyList<(double Width, double Height)> _sizes;
    private readonly IReadOnlyList<ArrowRoute> _routes;
    private readonly double[] _columnX;
    private readonly double[] _columnWidth;
    private readonly double[] _columnGapX;
    private readonly double[] _rowY;
    private readonly double[] _rowHeight;
    private readonly double[] _rowGapY;

    public BlockGrid(IReadOnlyList<Place> places, IReadOnlyList<(double Width, double Height)> sizes, IReadOnlyList<ArrowRoute> routes)
    {
        (_places, _sizes, _routes) = (places, sizes, routes);
        var (rows, columns) = (places.Max(place => place.Row) + 1, places.Max(place => place.Column) + 1);
        _columnWidth = Largest(columns, place => place.Column, size => size.Width);
        _rowHeight = Largest(rows, place => place.Row, size => size.Height);
        (_columnX, _columnGapX) = Lay(_columnWidth, ColumnGaps(columns));
        SetPorts();
        (_rowY, _rowGapY) = Lay(_rowHeight, [0, .. RowGaps(rows)]);
    }

    /// <summary>Upper left corners, in the order of the activities.</summary>
    public IReadOnlyList<(double X, double Y)> Corners() => [.. _places.Select((place, index) =>
        (CenterX(index) - _sizes[index].Width / 2, _rowY[place.Row] + (_rowHeight[place.Row] - _sizes[index].Height) / 2))];

    /// <summary>The arrows.</summary>
    public IEnumerable<DrawnArrow> Arrows(IReadOnlyList<ActivityNode> activities)
    {
        foreach (var route in _routes)
        {
            var (points, at, anchor) = route.Shape is ArrowShape.Beside ? Beside(route) : Below(route);
            yield return new DrawnArrow(
                activities[route.Link.Source].Id, activities[route.Link.Target].Id, route.Link.Outcomes, points, route.Link.Label,
                at, anchor);
        }
    }

    private double CenterX(int index) => _columnX[_places[index].Column] + _columnWidth[_places[index].Column] / 2;

    private double MiddleY(int index) => _rowY[_places[index].Row] + _rowHeight[_places[index].Row] / 2;

    private double LaneX(ArrowRoute route) =>
        _columnGapX[route.ColumnGap] + DrawingSizes.ColumnGap / 2 + DrawingSizes.ColumnLanePitch * route.ColumnLane;

    private double LaneY(int row, int lane) => _rowGapY[row + 1] + DrawingSizes.FirstLane + DrawingSizes.LanePitch * lane;

    private double BottomOf(int index) => MiddleY(index) + _sizes[index].Height / 2;

    private double TopOf(int index) => MiddleY(index) - _sizes[index].Height / 2;

    private bool EntersFromLeft(ArrowRoute route) => route.ColumnGap <= _places[route.Link.Target].Column;

    private double[] Largest(int count, Func<Place, int> rank, Func<(double Width, double Height), double> measure)
    {
        var largest = new double[count];
        for (var index = 0; index < _places.Count; index++)
            largest[rank(_places[index])] = Math.Max(largest[rank(_places[index])], measure(_sizes[index]));
        return largest;
    }

    /// <summary>Positions of the bands and of the gaps: gap n lies before band n, the last one after all.</summary>
    private static (double[] Bands, double[] Gaps) Lay(double[] sizes, double[] gaps)
    {
        var (bands, starts) = (new double[sizes.Length], new double[gaps.Length]);
        var at = 0.0;
        for (var index = 0; index < sizes.Length; index++)
        {
            starts[index] = at;
            bands[index] = at += gaps[index];
            at += sizes[index];
        }

        starts[^1] = at;
        return (bands, starts);
    }

    private double[] ColumnGaps(int columns)
    {
        var lanes = Enumerable.Range(0, columns + 1).Select(_ => new Lanes()).ToList();
        foreach (var route in _routes.Where(route => route.ColumnGap >= 0)
            .OrderBy(route => Math.Abs(RowOf(route.Link.Source) - RowOf(route.Link.Target))))
        {
            var end = route.Shape is ArrowShape.Back ? 2 * RowOf(route.Link.Target) : 2 * RowOf(route.Link.Target) - 1;
            route.ColumnLane = lanes[route.ColumnGap].Take(2 * RowOf(route.Link.Source) + 1, end);
        }

        var gaps = lanes.Select((used, gap) => used.Count == 0 && (gap == 0 || gap == columns)
            ? 0 : DrawingSizes.ColumnGap + DrawingSizes.ColumnLanePitch * Math.Max(0, used.Count - 1)).ToArray();
        foreach (var route in _routes.Where(route => route.Shape is ArrowShape.Beside))
        {
            var gap = Math.Max(_places[route.Link.Source].Column, _places[route.Link.Target].Column);
            gaps[gap] = Math.Max(gaps[gap], route.Link.LabelWidth + DrawingSizes.Arrival);
        }

        return gaps;
    }

    private int RowOf(int index) => _places[index].Row;

    /// <summary>
    /// Where arrows leave a box below: straight ones from the middle, the others on the side to which they turn, the farthest outermost.
    /// </summary>
    private void SetPorts()
    {
        foreach (var leaving in _routes.Where(route => route.Shape is not ArrowShape.Beside).GroupBy(route => route.Link.Source))
        {
            var (center, half) = (CenterX(leaving.Key), _sizes[leaving.Key].Width / 2);
            foreach (var side in leaving.GroupBy(route => Math.Sign(TurnX(route) - center)))
            {
                var ordered = side.OrderBy(route => Math.Abs(TurnX(route) - center)).ThenBy(route => route.Link.Target).ToList();
                for (var place = 0; place < ordered.Count; place++)
                    ordered[place].PortX = center + side.Key * half * (place + 1) / (ordered.Count + 1);
            }
        }
    }

    /// <summary>Where it turns down or up again.</summary>
    private double TurnX(ArrowRoute route) => route.ColumnGap >= 0 ? LaneX(route) : CenterX(route.Link.Target);

    private double[] RowGaps(int rows)
    {
        var lanes = Enumerable.Range(0, rows).Select(_ => new Lanes()).ToList();
        var leaving = _routes.Where(route => route.Shape is not ArrowShape.Beside).ToList();
        foreach (var route in leaving.OrderByDescending(route => Math.Abs(route.PortX - CenterX(route.Link.Source)))
            .ThenBy(route => route.PortX))
        {
            var direction = TurnX(route) < route.PortX ? -1 : 1;
            if (route.Shape is ArrowShape.Straight && route.Link.Label.Length == 0) continue;
            var reach = direction * Math.Max(Math.Abs(TurnX(route) - route.PortX), route.Link.LabelWidth);
            route.FirstLane = lanes[RowOf(route.Link.Source)].Take(route.PortX, route.PortX + reach);
        }

        foreach (var route in leaving.Where(route => route.Shape is ArrowShape.Around))
            route.LastLane = lanes[RowOf(route.Link.Target) - 1].Take(LaneX(route), CenterX(route.Link.Target));
        return [.. lanes.Select((used, row) => used.Count == 0
            ? row == rows - 1 ? 0 : DrawingSizes.RowGap
            : Math.Max(row == rows - 1 ? 0 : DrawingSizes.RowGap,
                DrawingSizes.FirstLane + DrawingSizes.LanePitch * (used.Count - 1)
                    + (row == rows - 1 ? DrawingSizes.LastRowGap : DrawingSizes.Arrival)))];
    }

    private (IReadOnlyList<DesignerPoint> Points, DesignerPoint At, LabelAnchor Anchor) Beside(ArrowRoute route)
    {
        var (source, target) = (route.Link.Source, route.Link.Target);
        var direction = _places[target].Column > _places[source].Column ? 1 : -1;
        var y = MiddleY(source) - direction * DrawingSizes.Beside;
        var (from, to) = (CenterX(source) + direction * _sizes[source].Width / 2, CenterX(target) - direction * _sizes[target].Width / 2);
        var label = direction > 0 ? y - 5 : y + DrawingSizes.LabelText + 3;
        return ([new(from, y), new(to, y)], new((from + to) / 2, label), LabelAnchor.Middle);
    }

    private (IReadOnlyList<DesignerPoint> Points, DesignerPoint At, LabelAnchor Anchor) Below(ArrowRoute route)
    {
        var (source, target) = (route.Link.Source, route.Link.Target);
        var (port, below) = (route.PortX, LaneY(RowOf(source), route.FirstLane));
        var points = new List<DesignerPoint> { new(port, BottomOf(source)) };
        if (route.Shape is not ArrowShape.Straight) points.AddRange([new(port, below), new(TurnX(route), below)]);
        switch (route.Shape)
        {
            case ArrowShape.Around:
                var above = LaneY(RowOf(target) - 1, route.LastLane);
                points.AddRange([new(TurnX(route), above), new(CenterX(target), above), new(CenterX(target), TopOf(target))]);
                break;
            case ArrowShape.Back:
                var (side, y) = (EntersFromLeft(route) ? -1 : 1, MiddleY(target) + 2 * DrawingSizes.Beside);
                points.AddRange([new(TurnX(route), y), new(CenterX(target) + side * _sizes[target].Width / 2, y)]);
                break;
            default:
                points.Add(new(CenterX(target), TopOf(target)));
                break;
        }

        var isLeft = route.Shape is not ArrowShape.Straight && TurnX(route) < port;
        return (points, new(isLeft ? port - 5 : port + 5, below - 4), isLeft ? LabelAnchor.End : LabelAnchor.Start);
    }
}
