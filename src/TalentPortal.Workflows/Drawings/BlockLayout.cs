using TalentPortal.Workflows.Activities.Blocks;
using TalentPortal.Workflows.Activities.Flow;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Workflows.Drawings;

/// <summary>Lays out the inside of an activity: first what lies inside its activities, then places, ways and measures.</summary>
internal static class BlockLayout
{
    /// <summary>What a flowchart, a sequence, a loop, a fork or a branch holds.</summary>
    public static Block Inside(ActivityNode around, Func<DrawnLink, string> labelOf)
    {
        var children = around.Children.Select(child => child.Node).ToList();
        if (around.Activity is Flowchart) return Around(children, Connections(around, children, labelOf), labelOf);
        if (around.Activity is Sequence) return Around(children, Chain(children.Count), labelOf);
        var block = Around(children, [], labelOf);
        return WithEntries(block, around, labelOf);
    }

    /// <summary>Some activities with arrows between them.</summary>
    public static Block Around(IReadOnlyList<ActivityNode> activities, IReadOnlyList<Link> links, Func<DrawnLink, string> labelOf)
    {
        var inner = activities.Select(activity => activity.Children.Count == 0 ? null : Inside(activity, labelOf)).ToList();
        var isSideBySide = links.Count == 0;
        var places = isSideBySide
            ? [.. activities.Select((_, index) => new Place(0, index))]
            : DesignerPlacement.TryPlace(activities, links) ?? LayeredPlacement.Place(activities.Count, links);
        var sizes = inner.Select(Size).ToList();
        var grid = new BlockGrid(places, sizes, ArrowRoutes.Choose(links, places));
        var corners = grid.Corners();
        var nodes = new List<DrawnNode>();
        var arrows = grid.Arrows(activities).ToList();
        for (var index = 0; index < activities.Count; index++)
        {
            var (x, y) = corners[index];
            nodes.Add(new DrawnNode(activities[index], x, y, sizes[index].Width, sizes[index].Height, inner[index] is not null));
            if (inner[index] is not { } block) continue;
            var (left, top) = (x + (sizes[index].Width - block.Width) / 2, y + DrawingSizes.Heading);
            nodes.AddRange(block.Nodes.Select(node => node.Moved(left, top)));
            arrows.AddRange(block.Arrows.Select(arrow => arrow.Moved(left, top)));
        }

        return Bounded(nodes, arrows);
    }

    private static (double Width, double Height) Size(Block? inner) => inner is null
        ? (DrawingSizes.NodeWidth, DrawingSizes.NodeHeight)
        : (Math.Max(DrawingSizes.NodeWidth, inner.Width + 2 * DrawingSizes.Padding),
            DrawingSizes.Heading + inner.Height + DrawingSizes.Padding);

    /// <summary>Moves everything to the upper left corner; labels may reach beyond the boxes.</summary>
    private static Block Bounded(List<DrawnNode> nodes, List<DrawnArrow> arrows)
    {
        var points = arrows.SelectMany(arrow => arrow.Points).ToList();
        var labels = arrows.Where(arrow => arrow.Label.Length > 0).ToList();
        var left = nodes.Select(node => node.X).Concat(points.Select(point => point.X))
            .Concat(labels.Select(label => label.LabelLeft)).Min();
        var top = nodes.Select(node => node.Y).Concat(points.Select(point => point.Y))
            .Concat(labels.Select(label => label.LabelAt.Y - DrawingSizes.LabelText)).Min();
        var right = nodes.Select(node => node.Right).Concat(points.Select(point => point.X))
            .Concat(labels.Select(label => label.LabelLeft + label.LabelWidth)).Max();
        var bottom = nodes.Select(node => node.Bottom).Concat(points.Select(point => point.Y))
            .Concat(labels.Select(label => label.LabelAt.Y + 4)).Max();
        return new Block(
            right - left, bottom - top, [.. nodes.Select(node => node.Moved(-left, -top))],
            [.. arrows.Select(arrow => arrow.Moved(-left, -top))]);
    }

    private static List<Link> Connections(ActivityNode flowchart, List<ActivityNode> children, Func<DrawnLink, string> labelOf)
    {
        var index = children.Select((node, place) => (node.Id, place))
            .ToDictionary(one => one.Id, one => one.place, StringComparer.Ordinal);
        var links = new List<Link>();
        foreach (var group in flowchart.Connections.GroupBy(connection => (connection.Source, connection.Target)))
        {
            if (!index.TryGetValue(group.Key.Source, out var source) || !index.TryGetValue(group.Key.Target, out var target)) continue;
            List<string?> outcomes = [.. group.Select(connection => connection.SourcePort).Distinct()];
            links.Add(new Link(source, target, outcomes,
                Label(new DrawnLink(children[source], children[target], outcomes, IsEntry: false), labelOf)));
        }

        return links;
    }

    private static List<Link> Chain(int count) =>
        [.. Enumerable.Range(1, Math.Max(0, count - 1)).Select(index => new Link(index - 1, index, [null], ""))];

    /// <summary>What a loop, a fork or a branch holds stands side by side, each entered from above by its port.</summary>
    private static Block WithEntries(Block block, ActivityNode around, Func<DrawnLink, string> labelOf)
    {
        var own = block.Nodes.Where(node => node.Activity.Parent == around).ToList();
        var entries = own.Select(node => Entry(around, node, labelOf)).ToList();
        var nodes = block.Nodes.Select(node => node.Moved(0, DrawingSizes.EntryGap)).ToList();
        return Bounded(nodes, [.. block.Arrows.Select(arrow => arrow.Moved(0, DrawingSizes.EntryGap)), .. entries]);
    }

    private static DrawnArrow Entry(ActivityNode around, DrawnNode node, Func<DrawnLink, string> labelOf)
    {
        var port = around.Children.First(child => child.Node == node.Activity).Port;
        var label = Label(new DrawnLink(around, node.Activity, [port], IsEntry: true), labelOf);
        var (x, y) = (node.CenterX, node.Y + DrawingSizes.EntryGap);
        return new DrawnArrow(around.Id, node.Activity.Id, [port], [new(x, 0), new(x, y)], label,
            new(x + 5, DrawingSizes.EntryGap - 8), LabelAnchor.Start);
    }

    private static string Label(DrawnLink link, Func<DrawnLink, string> labelOf) =>
        DrawnText.Fit(labelOf(link), DrawingSizes.LongestLabel, DrawingSizes.LabelText);
}
