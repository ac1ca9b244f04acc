namespace TalentPortal.Workflows.Drawings;

/// <summary>The measures of a drawing, in pixels.</summary>
public static class DrawingSizes
{
    /// <summary>Width of a box without others inside.</summary>
    public const double NodeWidth = 164;

    /// <summary>Its height: two lines of a name and one below.</summary>
    public const double NodeHeight = 64;

    /// <summary>Height of the heading of a box with others inside.</summary>
    public const double Heading = 44;

    /// <summary>Size of a label's letters.</summary>
    public const double LabelText = 12;

    /// <summary>The widest label; longer ones are cut by <see cref="DrawnText.Fit"/>.</summary>
    public const double LongestLabel = 128;

    internal const double Margin = 12;
    internal const double Padding = 16;
    internal const double ColumnGap = 28;
    internal const double RowGap = 36;
    internal const double LastRowGap = 8;
    internal const double LanePitch = 18;
    internal const double ColumnLanePitch = 10;
    internal const double FirstLane = 20;
    internal const double Arrival = 14;
    internal const double Beside = 9;
    internal const double EntryGap = 26;
}
