using System.Globalization;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Drawings;

namespace TalentPortal.Workflows.Tests.Drawings;

/// <summary>What must hold of every drawing; each broken rule is one line.</summary>
internal static class DrawingFacts
{
    private const double Slack = .01;

    public static IReadOnlyList<string> Broken(WorkflowDefinition definition, Drawing drawing)
    {
        var byId = drawing.Nodes.ToDictionary(node => node.Activity.Id, StringComparer.Ordinal);
        return [.. Boxes(definition, drawing, byId), .. drawing.Arrows.SelectMany(arrow => Arrow(arrow, drawing, byId))];
    }

    private static IEnumerable<string> Boxes(WorkflowDefinition definition, Drawing drawing, Dictionary<string, DrawnNode> byId)
    {
        foreach (var activity in definition.Activities.Where(activity => activity != definition.Root && !byId.ContainsKey(activity.Id)))
            yield return $"{activity} is not drawn";
        foreach (var node in drawing.Nodes)
        {
            if (node.X < 0 || node.Y < 0 || node.Right > drawing.Width || node.Bottom > drawing.Height) yield return $"{node.Activity} leaves the sheet";
            if (node.Activity.Parent is { } parent && byId.TryGetValue(parent.Id, out var around) && !Holds(around, node))
                yield return $"{node.Activity} leaves {parent}";
            foreach (var other in drawing.Nodes.Where(other => other != node && !IsInside(other, node) && !IsInside(node, other) && Touch(node, other)))
                yield return $"{node.Activity} lies on {other.Activity}";
        }
    }

    private static IEnumerable<string> Arrow(DrawnArrow arrow, Drawing drawing, Dictionary<string, DrawnNode> byId)
    {
        if (!byId.TryGetValue(arrow.Source, out var source) || !byId.TryGetValue(arrow.Target, out var target))
        {
            yield return $"{arrow.Source} to {arrow.Target} joins what is not drawn";
            yield break;
        }

        var name = $"{arrow.Source} to {arrow.Target}";
        if (!IsOnEdge(source, arrow.Points[0]) && !IsInside(target, source)) yield return $"{name} does not begin at its source";
        if (!IsOnEdge(target, arrow.Points[^1])) yield return $"{name} does not end at its target";
        if (arrow.Points.Any(point => point.X < 0 || point.Y < 0 || point.X > drawing.Width || point.Y > drawing.Height)) yield return $"{name} leaves the sheet";
        foreach (var (from, to) in arrow.Points.Zip(arrow.Points.Skip(1)))
        {
            if (Math.Abs(from.X - to.X) > Slack && Math.Abs(from.Y - to.Y) > Slack) yield return $"{name} runs aslant";
            foreach (var node in drawing.Nodes.Where(node => !IsInside(source, node) && !IsInside(target, node) && Crosses(node, from, to)))
                yield return string.Create(CultureInfo.InvariantCulture, $"{name} runs through {node.Activity}");
        }
    }

    private static bool Holds(DrawnNode around, DrawnNode node) => node.X >= around.X && node.Right <= around.Right
        && node.Y >= around.Y + DrawingSizes.Heading - Slack && node.Bottom <= around.Bottom;

    private static bool Touch(DrawnNode a, DrawnNode b) => a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom;

    /// <summary>Whether the first lies, at any depth, inside the second.</summary>
    private static bool IsInside(DrawnNode inner, DrawnNode outer)
    {
        for (var around = inner.Activity.Parent; around is not null; around = around.Parent)
            if (around == outer.Activity) return true;
        return false;
    }

    private static bool Crosses(DrawnNode node, DesignerPoint from, DesignerPoint to) =>
        Math.Max(from.X, to.X) > node.X + Slack && Math.Min(from.X, to.X) < node.Right - Slack
        && Math.Max(from.Y, to.Y) > node.Y + Slack && Math.Min(from.Y, to.Y) < node.Bottom - Slack;

    private static bool IsOnEdge(DrawnNode node, DesignerPoint point) =>
        point.X >= node.X - Slack && point.X <= node.Right + Slack && point.Y >= node.Y - Slack && point.Y <= node.Bottom + Slack
        && (Math.Abs(point.X - node.X) < Slack || Math.Abs(point.X - node.Right) < Slack
            || Math.Abs(point.Y - node.Y) < Slack || Math.Abs(point.Y - node.Bottom) < Slack);
}
