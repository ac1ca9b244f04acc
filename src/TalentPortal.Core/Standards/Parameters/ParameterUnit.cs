namespace TalentPortal.Core.Standards.Parameters;

/// <summary>What a parameter is measured in.</summary>
public enum ParameterUnit
{
    /// <summary>A bare number, word or switch.</summary>
    None,

    /// <summary>Working days of the portal's calendar.</summary>
    WorkingDays,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Months.</summary>
    Months,

    /// <summary>Years.</summary>
    Years,

    /// <summary>Persons.</summary>
    Persons,

    /// <summary>Points of a score.</summary>
    Points,

    /// <summary>A share between 0 and 1.</summary>
    Share,

    /// <summary>How often.</summary>
    Times,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Hours.</summary>
    Hours,
}
