namespace TalentPortal.Workflows.Drawings;

/// <summary>How an arrow runs between rows and columns.</summary>
internal enum ArrowShape
{
    /// <summary>From side to side of neighbours in a row.</summary>
    Beside,

    /// <summary>Straight down.</summary>
    Straight,

    /// <summary>Below the source to the target's column, then down.</summary>
    Down,

    /// <summary>Below the source, down between two columns, above the target, down.</summary>
    Around,

    /// <summary>Below the source, up between two columns, into the target's side.</summary>
    Back,
}

/// <summary>The way of one arrow, filled in as its block is measured.</summary>
internal sealed class ArrowRoute(Link link, ArrowShape shape)
{
    public Link Link { get; } = link;

    public ArrowShape Shape { get; } = shape;

    /// <summary>The gap left of this column (or right of the last) through which it runs up or down; -1 for none.</summary>
    public int ColumnGap { get; init; } = -1;

    /// <summary>Lane in that gap.</summary>
    public int ColumnLane { get; set; }

    /// <summary>Lane in the gap below the source.</summary>
    public int FirstLane { get; set; }

    /// <summary>Lane in the gap above the target.</summary>
    public int LastLane { get; set; }

    /// <summary>Where it leaves the source.</summary>
    public double PortX { get; set; }
}
