using System.Globalization;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.PublicNotices;

/// <summary>
/// The period in which a case is on notice: its clock, the promised time that stands still meanwhile, and what the applicant is told.
/// </summary>
public sealed class NoticePeriods(CaseClocks clocks, PortalTimeZone zone, RuleContexts rules)
{
    /// <summary>The working days that the guide gives a notice.</summary>
    /// <exception cref="InvalidOperationException">It gives none.</exception>
    public int DaysOf(ServiceItem item, string step)
    {
        ArgumentNullException.ThrowIfNull(item);
        return rules.Days(NoticeParties.StepOf(item, step).WorkingDays
            ?? throw new InvalidOperationException($"The guide of {item.Code} gives step '{step}' no days."));
    }

    /// <summary>Begins it.</summary>
    /// <param name="work">The case.</param>
    /// <param name="item">The service item.</param>
    /// <param name="step">The step of its guide.</param>
    /// <param name="from">The day of publication; null for today.</param>
    public CaseDeadline Start(CaseWork work, ServiceItem item, string step, DateOnly? from)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(item);
        Become(work, ApplicationStatus.InNotice, step);
        var period = clocks.Start(work, DeadlineKind.Notice, DaysOf(item, step), from: from);
        if (!NoticeParties.StepOf(item, step).OnClock) clocks.Stop(work, step);
        work.Tell(MessageTemplates.NoticePublished, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["dueOn"] = period.DueOn.ToString("O", CultureInfo.InvariantCulture),
        });
        return period;
    }

    /// <summary>The moment at which it is over: the day after its last day begins.</summary>
    public DateTimeOffset EndOf(CaseDeadline period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return zone.StartOf(period.DueOn.AddDays(1));
    }

    /// <summary>Ends it; the promised time goes on.</summary>
    public void End(CaseWork work, string step)
    {
        clocks.End(work, clock => clock.Kind is DeadlineKind.Notice);
        clocks.Restart(work, step);
    }

    /// <summary>The application changes its state with the notice.</summary>
    public static void Become(CaseWork work, ApplicationStatus status, string? stage = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        var application = work.Rows<Application>().Single();
        var changed = application.Become(status, work.Now);
        if (!changed.Succeeded) throw new InvalidOperationException($"A notice cannot lead to {status}: {changed.Refusal.Key}.");
        work.Rows<Application>().Replace(changed.Value with { Stage = stage ?? application.Stage });
    }
}
