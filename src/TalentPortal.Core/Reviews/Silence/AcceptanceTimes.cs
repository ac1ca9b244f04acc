using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Reviews.Silence;

/// <summary>
/// The office's time to accept, to refuse or to ask for what is missing. It runs from the day on which everything was handed in, stands
/// still while the applicant has to act or the case is suspended, and ends with the acceptance.
/// </summary>
public sealed class AcceptanceTimes(CaseClocks clocks, PortalTimeZone zone)
{
    /// <summary>Whether the application still waits to be accepted: what was accepted once is not accepted again.</summary>
    public static bool IsAwaited(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.Rows<Application>().Single().Status is ApplicationStatus.Submitted or ApplicationStatus.Supplementing
            && !work.Rows<CaseDeadline>().Any(clock => clock.Kind is DeadlineKind.Promise);
    }

    /// <summary>Starts it, unless it runs already because an answer was taken back; what was supplied is a new receipt.</summary>
    public void Begin(CaseWork work, int workingDays)
    {
        ArgumentNullException.ThrowIfNull(work);
        var receivedOn = ReceivedOn(work);
        if (Running(work) is { } running && running.StartedOn == receivedOn) return;
        clocks.End(work, clock => clock.Kind is DeadlineKind.Acceptance);
        clocks.Start(work, DeadlineKind.Acceptance, workingDays, from: receivedOn);
    }

    /// <summary>Whether an answer comes after the time in which it could be given: what counts as accepted can only be accepted.</summary>
    public AcceptanceOverdue? WhyTooLate(CaseWork work, ReviewSettings settings, string outcome)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(settings);
        return settings.DeemedOutcome is { } deemed && deemed != outcome && Running(work) is { } clock && IsOver(work, clock)
            ? new AcceptanceOverdue(clock.DueOn)
            : null;
    }

    /// <summary>Whether the last day is over; never while the clock stands still.</summary>
    public bool IsOver(CaseWork work, CaseDeadline clock)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(clock);
        var today = zone.DateOf(work.Now);
        return clocks.Read(clock, today) is { IsStopped: false } now && today > now.DueOn;
    }

    /// <summary>The clock that runs or stands still now; null where there is none.</summary>
    public static CaseDeadline? Running(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.Rows<CaseDeadline>().FirstOrDefault(clock => clock is { Kind: DeadlineKind.Acceptance, EndedOn: null });
    }

    private DateOnly ReceivedOn(CaseWork work)
    {
        var supplied = work.Rows<Supplement>().LastOrDefault(row => row.Status is SupplementStatus.Answered)?.ClosedAt;
        return zone.DateOf(supplied ?? work.Rows<Application>().Single().SubmittedAt ?? work.Now);
    }
}
