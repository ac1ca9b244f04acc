using System.Collections.Immutable;
using System.Text.Json;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Cases;

/// <summary>
/// The working-day clocks of a case: started, stopped with a reason, restarted, ended; the due day is computed anew each time.
/// </summary>
public sealed class CaseClocks(WorkingCalendar calendar, PortalTimeZone zone, LightRules lights)
{
    /// <summary>Starts a clock on the day of the operation, which is day 0, or on an earlier day that the law says.</summary>
    public CaseDeadline Start(CaseWork work, DeadlineKind kind, int workingDays, Guid? stepId = null, DateOnly? from = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        var day0 = from ?? zone.DateOf(work.Now);
        var due = calendar.AddWorkingDays(day0, workingDays);
        return work.Rows<CaseDeadline>().Add(new CaseDeadline
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            Kind = kind,
            StepId = stepId,
            StartedOn = day0,
            WorkingDays = workingDays,
            DueOn = due.On,
            Provisional = due.IsProvisional,
        });
    }

    /// <summary>Stops the promised time from this day on, unless it stands still for this reason already.</summary>
    public void Stop(CaseWork work, string reason) => Stop(work, reason, clock => clock.Kind is DeadlineKind.Promise);

    /// <summary>Stops the time to accept as well: it is the applicant's turn.</summary>
    public void StopForApplicant(CaseWork work, string reason) =>
        Stop(work, reason, clock => clock.Kind is DeadlineKind.Promise or DeadlineKind.Acceptance);

    /// <summary>Stops the time of the step as well: nobody can work on the case.</summary>
    public void StopAll(CaseWork work, string reason) =>
        Stop(work, reason, clock => clock.Kind is DeadlineKind.Promise or DeadlineKind.Step or DeadlineKind.Acceptance);

    /// <summary>Lets every clock that stands still for this reason run again, as far as this reason goes.</summary>
    public void Restart(CaseWork work, string reason) =>
        Change(work, clock => Stops(clock).Any(stop => IsOpen(stop, reason)), (stops, today) =>
            [.. stops.Select(stop => IsOpen(stop, reason) ? new ClockStop(stop.From, today, reason) : stop)
                .Where(stop => stop.To is null || stop.To > stop.From)]);

    /// <summary>Adds working days to a clock.</summary>
    public CaseDeadline Extend(CaseWork work, CaseDeadline clock, int workingDays)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(clock);
        return work.Rows<CaseDeadline>()
            .Replace(Computed(clock with { ExtendedWorkingDays = clock.ExtendedWorkingDays + workingDays }, work));
    }

    /// <summary>Computes a clock's due day by the calendar as it is now.</summary>
    /// <returns>The clock as it stands; the same where nothing changed.</returns>
    public CaseDeadline Recompute(CaseWork work, CaseDeadline clock)
    {
        ArgumentNullException.ThrowIfNull(work);
        var now = Computed(clock, work);
        return now == clock ? clock : work.Rows<CaseDeadline>().Replace(now);
    }

    /// <summary>Ends a clock: what it was for has happened, or was dropped.</summary>
    public void End(CaseWork work, Func<CaseDeadline, bool> which)
    {
        ArgumentNullException.ThrowIfNull(work);
        var rows = work.Rows<CaseDeadline>();
        foreach (var clock in rows.Where(row => row.EndedOn is null && which(row)).ToList())
            rows.Replace(clock with { EndedOn = Later(zone.DateOf(work.Now), clock.StartedOn) });
    }

    /// <summary>What a clock says on a day.</summary>
    public Deadline Read(CaseDeadline clock, DateOnly today) => Deadline.Compute(Terms(clock), calendar, lights.Today, today);

    /// <summary>How each day of a clock was counted.</summary>
    public IReadOnlyList<ClockDay> Explain(CaseDeadline clock, DateOnly today) => Deadline.Explain(Terms(clock), calendar, today);

    /// <summary>Each stop of a clock with the working days that it did not count; days that several stops share stand with each.</summary>
    public IReadOnlyList<(ClockStop Stop, int WorkingDays)> StoppedTimes(CaseDeadline clock, DateOnly today)
    {
        var stops = Stops(clock).Where(stop => stop.To is null || stop.To > stop.From).OrderBy(stop => stop.From).ToList();
        if (stops.Count == 0) return [];
        var days = Explain(clock, today);
        return [.. stops.Select(stop => (stop, days.Count(day =>
            day.Kind is ClockDayKind.Stopped && stop.Covers(day.On) && day.StopReasons.Contains(stop.Reason, StringComparer.Ordinal))))];
    }

    /// <summary>When a clock stood still, and why.</summary>
    public static IReadOnlyList<ClockStop> StopsOf(CaseDeadline clock) => Stops(clock);

    /// <summary>The day from which on a clock shows yellow if it goes on as it stands; null where it never does.</summary>
    public DateOnly? YellowFrom(CaseDeadline clock, DateOnly today) => Deadline.YellowFrom(Terms(clock), calendar, lights.Today, today);

    private void Stop(CaseWork work, string reason, Func<CaseDeadline, bool> which) =>
        Change(work, clock => which(clock) && !Stops(clock).Any(stop => IsOpen(stop, reason)), (stops, today) =>
            stops.Add(new ClockStop(today, to: null, reason)));

    private void Change(
        CaseWork work, Func<CaseDeadline, bool> which, Func<ImmutableList<ClockStop>, DateOnly, ImmutableList<ClockStop>> change)
    {
        ArgumentNullException.ThrowIfNull(work);
        var today = zone.DateOf(work.Now);
        var rows = work.Rows<CaseDeadline>();
        foreach (var clock in rows.Where(row => row.EndedOn is null && which(row)).ToList())
            rows.Replace(Computed(clock with { Stops = StopsToJson(change(Stops(clock), today)) }, work));
    }

    private CaseDeadline Computed(CaseDeadline clock, CaseWork work)
    {
        var computed = Read(clock, zone.DateOf(work.Now));
        return clock with { DueOn = computed.DueOn, Provisional = computed.IsProvisional };
    }

    private static bool IsOpen(ClockStop stop, string reason) => stop.To is null && stop.Reason == reason;

    private static ClockTerms Terms(CaseDeadline clock) => new()
    {
        StartsOn = clock.StartedOn,
        WorkingDays = clock.WorkingDays,
        ExtensionWorkingDays = clock.ExtendedWorkingDays,
        Stops = Stops(clock),
        EndedOn = clock.EndedOn,
    };

    private static ImmutableList<ClockStop> Stops(CaseDeadline clock) =>
        [.. JsonSerializer.Deserialize<List<StopRow>>(clock.Stops, JsonSerializerOptions.Web)!.Select(stop =>
            new ClockStop(stop.From, stop.To, stop.Reason))];

    private static string StopsToJson(IEnumerable<ClockStop> stops) =>
        JsonSerializer.Serialize(stops.Select(stop => new StopRow(stop.From, stop.To, stop.Reason)), JsonSerializerOptions.Web);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private sealed record StopRow(DateOnly From, DateOnly? To, string Reason);
}
