using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>Ends a case without a result: its workflows, its clocks, its hold; the applicant is told why.</summary>
public sealed class CaseEnding(Orchestrator orchestrator, CaseClocks clocks)
{
    /// <summary>Ends it.</summary>
    public async Task<Result> EndAsync(CaseWork work, string reason, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        var ended = work.Rows<Application>().Single().Become(ApplicationStatus.Terminated, work.Now);
        if (!ended.Succeeded) return ended.Refusal;
        await orchestrator.CancelAllAsync(work, ct);
        clocks.End(work, _ => true);
        work.Rows<Application>().Replace(ended.Value with { OutcomeReason = reason });
        if (work.Case.Hold) work.Rows<Case>().Replace(work.Case with { Hold = false });
        work.Tell(MessageTemplates.ApplicationTerminated);
        work.PlanFollowUp();
        return Result.Success;
    }
}
