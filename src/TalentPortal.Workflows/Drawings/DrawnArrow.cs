using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Workflows.Drawings;

/// <summary>On which side of its point a label lies.</summary>
public enum LabelAnchor
{
    /// <summary>It begins there.</summary>
    Start,

    /// <summary>Its middle is there.</summary>
    Middle,

    /// <summary>It ends there.</summary>
    End,
}

/// <summary>An arrow between two boxes.</summary>
/// <param name="Source">Id of the activity that it leaves, or of the activity around its target.</param>
/// <param name="Target">Id of the activity that it enters.</param>
/// <param name="Outcomes">Outcomes that lead this way, or the port of a contained activity; null follows every outcome.</param>
/// <param name="Points">Its corners.</param>
/// <param name="Label">Its text; may be empty.</param>
/// <param name="LabelAt">Where the text's base line begins, ends or has its middle.</param>
/// <param name="Anchor">Which of the three.</param>
public sealed record DrawnArrow(
    string Source, string Target, IReadOnlyList<string?> Outcomes, IReadOnlyList<DesignerPoint> Points,
    string Label, DesignerPoint LabelAt, LabelAnchor Anchor)
{
    internal double LabelWidth => Label.Length == 0 ? 0 : DrawnText.Width(Label, DrawingSizes.LabelText);

    internal double LabelLeft => LabelAt.X - Anchor switch
    {
        LabelAnchor.Start => 0,
        LabelAnchor.Middle => LabelWidth / 2,
        _ => LabelWidth,
    };

    internal DrawnArrow Moved(double x, double y) => this with
    {
        Points = [.. Points.Select(point => new DesignerPoint(point.X + x, point.Y + y))],
        LabelAt = new DesignerPoint(LabelAt.X + x, LabelAt.Y + y),
    };
}
