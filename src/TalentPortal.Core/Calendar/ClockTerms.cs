namespace TalentPortal.Core.Calendar;

/// <summary>What a promise of working days consists of. The order of the stops means nothing.</summary>
public sealed record ClockTerms
{
    /// <summary>The day of acceptance: day 0, which does not count.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The promised working days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public required int WorkingDays { get; init => field = NotNegative(value); }

    /// <summary>Working days added by an approved extension.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int ExtensionWorkingDays { get; init => field = NotNegative(value); }

    /// <summary>When the clock stood or stands still; overlapping stops count once.</summary>
    public IReadOnlyCollection<ClockStop> Stops { get; init; } = [];

    /// <summary>The day on which the work was done, when it was.</summary>
    public DateOnly? EndedOn { get; init; }

    private static int NotNegative(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return value;
    }
}
