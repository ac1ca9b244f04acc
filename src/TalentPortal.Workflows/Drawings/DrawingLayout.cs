using TalentPortal.Workflows.Activities.Blocks;
using TalentPortal.Workflows.Activities.Flow;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Workflows.Drawings;

/// <summary>Lays a definition out, from the top down.</summary>
public static class DrawingLayout
{
    /// <summary>Draws a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="labelOf">The text of an arrow; empty for none.</param>
    public static Drawing Of(WorkflowDefinition definition, Func<DrawnLink, string> labelOf)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(labelOf);
        var root = definition.Root;
        var block = root.Activity is Flowchart or Sequence && root.Children.Count > 0
            ? BlockLayout.Inside(root, labelOf)
            : BlockLayout.Around([root], [], labelOf);
        const double margin = DrawingSizes.Margin;
        return new Drawing(
            block.Width + 2 * margin,
            block.Height + 2 * margin,
            [.. block.Nodes.Select(node => node.Moved(margin, margin))],
            [.. block.Arrows.Select(arrow => arrow.Moved(margin, margin))]);
    }
}
