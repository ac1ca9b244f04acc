using System.Globalization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Applications;

/// <summary>
/// <c>Portal.Accept</c>: the application is accepted and the promised time runs from this day, which is day 0. Where the office was silent
/// until the time to accept was over, the application counts as accepted on the day it was handed in, and the promised time runs from
/// there.
/// </summary>
public sealed class AcceptActivity(CaseClocks clocks, ServiceItems items, RuleContexts rules, PortalTimeZone zone) : Activity
{
    /// <inheritdoc />
    public override string TypeName => "Portal.Accept";

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var application = work.Rows<Application>().Single();
        var accepted = application.Become(ApplicationStatus.InReview, work.Now);
        if (!accepted.Succeeded) throw new InvalidOperationException($"An application that is {application.Status} cannot be accepted.");
        if (!work.Rows<CaseDeadline>().Any(row => row.Kind is DeadlineKind.Promise))
        {
            var item = (await items.VersionAsync(application.ServiceItemVersionId, context.Cancellation)).Item;
            var clock = clocks.Start(work, DeadlineKind.Promise, rules.Days(item.Guide.Promised.WorkingDays), from: DeemedOn(work));
            work.Record("ApplicationAccepted", ("dueOn", clock.DueOn));
        }

        clocks.End(work, clock => clock.Kind is DeadlineKind.Acceptance);
        work.Rows<Application>().Replace(accepted.Value);
    }

    /// <summary>
    /// The day on which it counts as accepted because nobody answered in time, which the applicant is told; null where somebody did.
    /// </summary>
    private DateOnly? DeemedOn(CaseWork work)
    {
        if (work.Rows<CaseDeadline>().FirstOrDefault(row => row is { Kind: DeadlineKind.Acceptance, EndedOn: null }) is not { } silence
            || zone.DateOf(work.Now) <= silence.DueOn) return null;
        work.Record("AcceptanceDeemed", ("from", silence.StartedOn), ("to", silence.DueOn));
        work.Tell(MessageTemplates.AcceptanceDeemed, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["from"] = silence.StartedOn.ToString("O", CultureInfo.InvariantCulture),
            ["dueOn"] = silence.DueOn.ToString("O", CultureInfo.InvariantCulture),
        });
        return silence.StartedOn;
    }
}
