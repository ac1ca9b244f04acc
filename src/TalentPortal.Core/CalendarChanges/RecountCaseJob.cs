using System.Globalization;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.CalendarChanges;

/// <summary>Counts the clocks of a case by the calendar as it is now, and tells the applicant when the own last day moved.</summary>
public sealed class RecountCaseJob(
    CaseTransaction cases, RecordedCalendars recorded, CaseClocks clocks, WorkingCalendar calendar, PortalTimeZone zone,
    ParameterTable parameters,
    TimeProvider time) : IJobHandler
{
    // Twice is harmless: the job's id is the operation's id, and a day that was counted anew comes out the same again.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "calendar.recount-case";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        await recorded.LookAsync(ct);
        var result = await cases.RunAsync(
            job.CaseId!.Value, Operation.Begin(job.Id, "ClocksRecounting", userId: null, role: null, time), (work, _) =>
        {
            foreach (var clock in work.Rows<CaseDeadline>()
                .Where(row => row.EndedOn is null && row.Kind is not (DeadlineKind.Notice or DeadlineKind.Supplement)).ToList())
                Recount(work, clock);
            foreach (var open in work.Rows<Supplement>().Where(row => row.Status is SupplementStatus.Open).ToList()) Recount(work, open);
            return Task.FromResult(Result.Success);
        }, ct);
        if (!result.Succeeded) throw new InvalidOperationException($"The recount {job.Id} was refused: {result.Refusal.Key}.");
    }

    private void Recount(CaseWork work, CaseDeadline clock)
    {
        // A clock that stands still has no last day yet: it is counted by this calendar when it goes on.
        if (clock.EndedOn is not null || clocks.Read(clock, zone.DateOf(work.Now)).IsStopped) return;
        var now = clocks.Recompute(work, clock);
        if (now.DueOn == clock.DueOn) return;
        Record(work, clock.Id, clock.Kind, clock.DueOn, now.DueOn);
        if (clock.Kind is DeadlineKind.Promise) Tell(work, MessageTemplates.DueDayMoved, clock.DueOn, now.DueOn);
    }

    /// <summary>The applicant may rely on the day that was told: it moves only when there is more time.</summary>
    private void Recount(CaseWork work, Supplement open)
    {
        var asked = zone.DateOf(open.RequestedAt);
        var dueOn = calendar.AddWorkingDays(asked, parameters.Int("supplement.days", asked)).On;
        if (dueOn <= open.DueOn) return;
        work.Rows<Supplement>().Replace(open with { DueOn = dueOn });
        if (work.Rows<BookmarkRow>().FirstOrDefault(row => row.Id == open.BookmarkId) is { } wait)
            work.Rows<BookmarkRow>().Replace(wait with { DueAt = zone.StartOf(dueOn.AddDays(1)) });
        Record(work, open.Id, DeadlineKind.Supplement, open.DueOn, dueOn);
        Tell(work, MessageTemplates.SupplementDayMoved, open.DueOn, dueOn);
    }

    private static void Record(CaseWork work, Guid clock, DeadlineKind kind, DateOnly from, DateOnly to) =>
        work.Record("DueDayMoved", ("clock", clock), ("kind", kind.ToString()), ("from", from), ("to", to), ("because", "calendar"));

    private static void Tell(CaseWork work, string template, DateOnly from, DateOnly to) =>
        work.Tell(template, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["from"] = from.ToString("O", CultureInfo.InvariantCulture),
            ["dueOn"] = to.ToString("O", CultureInfo.InvariantCulture),
        });
}
