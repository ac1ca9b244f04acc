using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Workflows.Drawings;

/// <summary>
/// Rows and columns from where the designer put the boxes. What lies less than its own size apart is in one row; a process drawn from left
/// to right is turned, because pages scroll downwards.
/// </summary>
internal static class DesignerPlacement
{
    private const double SameRow = .9;

    /// <summary>The places; null when a position is missing or two boxes would share a place.</summary>
    public static Place[]? TryPlace(IReadOnlyList<ActivityNode> activities, IReadOnlyList<Link> links)
    {
        var boxes = new List<DesignerBox>();
        foreach (var activity in activities)
        {
            if (activity.Box is not { } box) return null;
            boxes.Add(box);
        }

        var isAcross = IsAcross(boxes, links);
        var across = Ranks(boxes, box => box.X + box.Width / 2, box => box.Width);
        var down = Ranks(boxes, box => box.Y + box.Height / 2, box => box.Height);
        var places = boxes.Select((_, index) => isAcross ? new Place(across[index], down[index]) : new Place(down[index], across[index]))
            .ToArray();
        return places.Distinct().Count() == places.Length ? places : null;
    }

    private static bool IsAcross(List<DesignerBox> boxes, IReadOnlyList<Link> links)
    {
        var (across, down) = (0.0, 0.0);
        foreach (var link in links)
        {
            across += Math.Abs(boxes[link.Source].X - boxes[link.Target].X);
            down += Math.Abs(boxes[link.Source].Y - boxes[link.Target].Y);
        }

        return across >= down;
    }

    private static int[] Ranks(List<DesignerBox> boxes, Func<DesignerBox, double> middle, Func<DesignerBox, double> size)
    {
        var apart = Math.Max(1, boxes.Max(size) * SameRow);
        var ranks = new int[boxes.Count];
        var (rank, first) = (-1, double.NegativeInfinity);
        foreach (var index in Enumerable.Range(0, boxes.Count).OrderBy(index => middle(boxes[index])).ThenBy(index => index))
        {
            if (middle(boxes[index]) - first >= apart) (rank, first) = (rank + 1, middle(boxes[index]));
            ranks[index] = rank;
        }

        return ranks;
    }
}
