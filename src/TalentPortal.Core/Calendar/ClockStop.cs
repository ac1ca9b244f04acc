namespace TalentPortal.Core.Calendar;

/// <summary>A time in which a promised clock stands still.</summary>
public sealed record ClockStop
{
    /// <summary>A stop of [from, to).</summary>
    /// <param name="from">The first day that does not count.</param>
    /// <param name="to">The first day that counts again; null while nobody knows.</param>
    /// <param name="reason">A code of the table <c>clock-stop-reasons</c>.</param>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public ClockStop(DateOnly from, DateOnly? to, string reason)
    {
        if (to < from) throw new ArgumentException("A stop cannot end before it begins.", nameof(to));
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (From, To, Reason) = (from, to, reason);
    }

    /// <summary>The first day that does not count.</summary>
    public DateOnly From { get; }

    /// <summary>The first day that counts again; null while nobody knows.</summary>
    public DateOnly? To { get; }

    /// <summary>A code of the table <c>clock-stop-reasons</c>.</summary>
    public string Reason { get; }

    /// <summary>Whether the stop covers that day.</summary>
    public bool Covers(DateOnly on) => From <= on && (To is not { } to || on < to);
}
