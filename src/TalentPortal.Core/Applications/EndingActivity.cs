using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Orchestration;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Applications;

/// <summary>What the activities that close an application have in common: the law of its life, the clocks, the message.</summary>
public abstract class EndingActivity(CaseClocks clocks) : Activity
{
    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("reason", DataType.String)];

    private protected abstract ApplicationStatus EndOf(Application application);

    /// <summary>Why, where neither the definition nor the case says it.</summary>
    private protected virtual string? Reason(CaseWork work) => null;

    private protected abstract ValueTask<string> TemplateAsync(CaseWork work, Application ended, CancellationToken ct);

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var application = work.Rows<Application>().Single();
        var end = EndOf(application);
        var ended = application.Become(end, work.Now);
        if (!ended.Succeeded) throw new InvalidOperationException($"{TypeName} cannot end an application that is {application.Status}.");
        work.Rows<Application>()
            .Replace(ended.Value with { OutcomeReason = context.Input<string>("reason") ?? ended.Value.OutcomeReason ?? Reason(work) });
        clocks.End(work, _ => true);
        work.Record("Application" + end);
        work.Tell(await TemplateAsync(work, ended.Value, context.Cancellation));
        work.PlanFollowUp();
    }
}
