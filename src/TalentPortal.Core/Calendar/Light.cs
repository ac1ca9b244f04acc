namespace TalentPortal.Core.Calendar;

/// <summary>How a deadline stands.</summary>
public enum Light
{
    /// <summary>In time, or done on the last day.</summary>
    Green,

    /// <summary>Little time left.</summary>
    Yellow,

    /// <summary>Overdue, or done late.</summary>
    Red,

    /// <summary>The clock stands still, with a reason.</summary>
    Grey,

    /// <summary>Done early.</summary>
    Blue,
}
