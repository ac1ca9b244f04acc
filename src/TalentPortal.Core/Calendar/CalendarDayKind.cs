namespace TalentPortal.Core.Calendar;

/// <summary>Why a day counts or does not.</summary>
public enum CalendarDayKind
{
    /// <summary>Monday to Friday, no holiday: counts.</summary>
    Workday,

    /// <summary>A Saturday or Sunday that is worked to make up for a holiday: counts.</summary>
    MadeUpWorkday,

    /// <summary>Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A day off by a calendar layer, whatever the weekday.</summary>
    Holiday,
}
