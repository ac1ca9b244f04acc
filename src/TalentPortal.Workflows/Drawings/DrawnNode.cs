using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Workflows.Drawings;

/// <summary>The box of an activity.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="IsContainer">Whether other boxes lie inside, below a heading of <see cref="DrawingSizes.Heading"/>.</param>
public sealed record DrawnNode(ActivityNode Activity, double X, double Y, double Width, double Height, bool IsContainer)
{
    /// <summary>Right edge.</summary>
    public double Right => X + Width;

    /// <summary>Lower edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>Middle from left to right.</summary>
    public double CenterX => X + Width / 2;

    internal DrawnNode Moved(double x, double y) => this with { X = X + x, Y = Y + y };
}
