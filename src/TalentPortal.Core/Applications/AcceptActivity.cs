using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Orchestration;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Applications;

/// <summary><c>Portal.Accept</c>: the application is accepted and the promised time runs from this day, which is day 0.</summary>
public sealed class AcceptActivity(CaseClocks clocks, ServiceItems items, RuleContexts rules) : Activity
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
            var clock = clocks.Start(work, DeadlineKind.Promise, rules.Days(item.Guide.Promised.WorkingDays));
            work.Record("ApplicationAccepted", ("dueOn", clock.DueOn));
        }

        work.Rows<Application>().Replace(accepted.Value);
    }
}
