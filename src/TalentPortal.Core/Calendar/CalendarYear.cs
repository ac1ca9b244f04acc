using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Calendar;

/// <summary>What a layer says of one year: one row of a file in <c>seed-data/calendars</c>.</summary>
public sealed record CalendarYear
{
    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>The days off, weekends among them included.</summary>
    public required IReadOnlyList<CalendarHoliday> Off { get; init; }

    /// <summary>The weekend days that are worked instead.</summary>
    public required IReadOnlyList<DateOnly> Work { get; init; }

    /// <summary>The notice that set these days, when other than the file's source.</summary>
    public string? Source { get; init; }

    /// <summary>How far the days can be trusted, when otherwise than the file.</summary>
    public Provenance? Provenance { get; init; }
}
