using TalentPortal.Core.Cases;
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

    private protected abstract ApplicationStatus End { get; }

    /// <summary>Why, where neither the definition nor the case says it.</summary>
    private protected virtual string? Reason(CaseWork work) => null;

    private protected abstract ValueTask<string> TemplateAsync(Application application, CancellationToken ct);

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var application = work.Rows<Application>().Single();
        var ended = application.Become(End, work.Now);
        if (!ended.Succeeded) throw new InvalidOperationException($"{TypeName} cannot end an application that is {application.Status}.");
        work.Rows<Application>().Replace(ended.Value with { OutcomeReason = context.Input<string>("reason") ?? ended.Value.OutcomeReason ?? Reason(work) });
        clocks.End(work, _ => true);
        work.Record("Application" + End);
        work.Tell(await TemplateAsync(application, context.Cancellation));
    }
}
