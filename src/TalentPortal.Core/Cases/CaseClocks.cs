using System.Collections.Immutable;
using System.Text.Json;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Cases;

/// <summary>The working-day clocks of a case: started, stopped with a reason, restarted, ended; the due day is computed anew each time.</summary>
public sealed class CaseClocks(WorkingCalendar calendar, PortalTimeZone zone, LightRule lights)
{
    /// <summary>Starts a clock on the day of the operation, which is day 0.</summary>
    public CaseDeadline Start(CaseWork work, DeadlineKind kind, int workingDays, Guid? stepId = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        var today = zone.DateOf(work.Now);
        var due = calendar.AddWorkingDays(today, workingDays);
        return work.Rows<CaseDeadline>().Add(new CaseDeadline
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            Kind = kind,
            StepId = stepId,
            StartedOn = today,
            WorkingDays = workingDays,
            DueOn = due.On,
            Provisional = due.IsProvisional,
        });
    }

    /// <summary>Stops the promised time from this day on, unless it stands still for this reason already.</summary>
    public void Stop(CaseWork work, string reason) => Change(work, (stops, today) =>
        stops.Any(stop => stop.To is null && stop.Reason == reason) ? stops : stops.Add(new ClockStop(today, to: null, reason)));

    /// <summary>Lets the promised time run again, as far as this reason goes.</summary>
    public void Restart(CaseWork work, string reason) => Change(work, (stops, today) =>
        [.. stops.Select(stop => stop.To is null && stop.Reason == reason ? new ClockStop(stop.From, today, reason) : stop)
            .Where(stop => stop.To is null || stop.To > stop.From)]);

    /// <summary>Ends a clock: what it was for has happened, or was dropped.</summary>
    public void End(CaseWork work, Func<CaseDeadline, bool> which)
    {
        ArgumentNullException.ThrowIfNull(work);
        var rows = work.Rows<CaseDeadline>();
        foreach (var clock in rows.Where(row => row.EndedOn is null && which(row)).ToList())
            rows.Replace(clock with { EndedOn = Later(zone.DateOf(work.Now), clock.StartedOn) });
    }

    /// <summary>What a clock says on a day.</summary>
    public Deadline Read(CaseDeadline clock, DateOnly today) => Deadline.Compute(Terms(clock), calendar, lights, today);

    /// <summary>How each day of a clock was counted.</summary>
    public IReadOnlyList<ClockDay> Explain(CaseDeadline clock, DateOnly today) => Deadline.Explain(Terms(clock), calendar, today);

    /// <summary>When a clock stood still, and why.</summary>
    public static IReadOnlyList<ClockStop> StopsOf(CaseDeadline clock) => Stops(clock);

    private void Change(CaseWork work, Func<ImmutableList<ClockStop>, DateOnly, ImmutableList<ClockStop>> change)
    {
        ArgumentNullException.ThrowIfNull(work);
        var today = zone.DateOf(work.Now);
        var rows = work.Rows<CaseDeadline>();
        foreach (var clock in rows.Where(row => row is { Kind: DeadlineKind.Promise, EndedOn: null }).ToList())
        {
            var next = clock with { Stops = StopsToJson(change(Stops(clock), today)) };
            var computed = Read(next, today);
            rows.Replace(next with { DueOn = computed.DueOn, Provisional = computed.IsProvisional });
        }
    }

    private static ClockTerms Terms(CaseDeadline clock) => new()
    {
        StartsOn = clock.StartedOn,
        WorkingDays = clock.WorkingDays,
        ExtensionWorkingDays = clock.ExtendedWorkingDays,
        Stops = Stops(clock),
        EndedOn = clock.EndedOn,
    };

    private static ImmutableList<ClockStop> Stops(CaseDeadline clock) =>
        [.. JsonSerializer.Deserialize<List<StopRow>>(clock.Stops, JsonSerializerOptions.Web)!.Select(stop => new ClockStop(stop.From, stop.To, stop.Reason))];

    private static string StopsToJson(IEnumerable<ClockStop> stops) =>
        JsonSerializer.Serialize(stops.Select(stop => new StopRow(stop.From, stop.To, stop.Reason)), JsonSerializerOptions.Web);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private sealed record StopRow(DateOnly From, DateOnly? To, string Reason);
}
