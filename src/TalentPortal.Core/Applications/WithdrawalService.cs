using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;

namespace TalentPortal.Core.Applications;

/// <summary>The applicant takes an application back, or throws a draft away.</summary>
public sealed class WithdrawalService(
    CaseTransaction transactions, Orchestrator orchestrator, CaseClocks clocks, IEnumerable<WithdrawalBar> bars)
{
    /// <summary>Withdraws. Every wait of the case ends with it, in the same transaction.</summary>
    public Task<Result> WithdrawAsync(Actor actor, Guid caseId, string? reason, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(caseId, operation, async (work, token) =>
        {
            ArgumentNullException.ThrowIfNull(actor);
            if (work.Rows<Application>().SingleOrDefault() is not { } application || application.CreatedBy != actor.UserId)
                return new CaseNotFound();
            if (application.IsFinal) return new ApplicationAlreadyClosed();
            if (bars.Select(bar => bar(work)).FirstOrDefault(refusal => refusal is not null) is { } barred) return barred;
            var withdrawn = application.Become(ApplicationStatus.Withdrawn, work.Now);
            if (!withdrawn.Succeeded) return withdrawn.Refusal;
            await orchestrator.CancelAllAsync(work, token);
            clocks.End(work, _ => true);
            var trimmed = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
            work.Rows<Application>().Replace(withdrawn.Value with { OutcomeReason = trimmed?[..Math.Min(trimmed.Length, 4000)] });
            if (work.Case.Number is null) return Result.Success;
            work.Record("ApplicationWithdrawn");
            work.Tell(MessageTemplates.ApplicationWithdrawn);
            work.PlanFollowUp();
            return Result.Success;
        }, ct);
}
