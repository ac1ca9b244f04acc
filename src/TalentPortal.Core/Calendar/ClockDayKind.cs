namespace TalentPortal.Core.Calendar;

/// <summary>What a day means for a clock.</summary>
public enum ClockDayKind
{
    /// <summary>Day 0, the day of acceptance.</summary>
    Start,

    /// <summary>It counts.</summary>
    Counted,

    /// <summary>It counts although it is a weekend day, because it makes up for a holiday.</summary>
    CountedMadeUp,

    /// <summary>Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A holiday.</summary>
    Holiday,

    /// <summary>A working day in which the clock stood still.</summary>
    Stopped,
}
