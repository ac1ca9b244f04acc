using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Clocks;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>Every action by its name, for pages and API alike.</summary>
public sealed class DeskActions(TaskPassing passing, AddedReviews added, CaseReturns returns, CaseControls controls, CaseCopies copies,
    Urging urging, Extensions extensions)
{
    /// <summary>Does it.</summary>
    public Task<Result> RunAsync(Actor actor, Guid taskId, DeskRequest request, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (to, reason) = (request.UserId, request.Reason);
        return request.Action switch
        {
            DeskAction.Transfer => passing.TransferAsync(actor, taskId, to, reason, operation, ct),
            DeskAction.Assign => passing.AssignAsync(actor, taskId, to, reason, operation, ct),
            DeskAction.Delegate => added.DelegateAsync(actor, taskId, to, reason, operation, ct),
            DeskAction.AddBefore => added.AddBeforeAsync(actor, taskId, to, reason, operation, ct),
            DeskAction.AddBeside => added.AddBesideAsync(actor, taskId, to, reason, operation, ct),
            DeskAction.AddAfter => added.AddAfterAsync(actor, taskId, to, reason, operation, ct),
            DeskAction.Remove => added.RemoveAsync(actor, taskId, request.AddedTaskId, reason, operation, ct),
            DeskAction.Consult => added.ConsultAsync(actor, taskId, request.OrganisationId, reason, operation, ct),
            DeskAction.Return => returns.ReturnAsync(actor, taskId, request.ActivityId, request.ComesStraightBack, reason, operation, ct),
            DeskAction.TakeBack => returns.TakeBackAsync(actor, taskId, reason, operation, ct),
            DeskAction.Copy => copies.CopyAsync(actor, taskId, to, reason, operation, ct),
            DeskAction.Urge => urging.BySupervisorAsync(actor, taskId, reason, operation, ct),
            DeskAction.AllowSupplement => controls.AllowSupplementAsync(actor, taskId, reason, operation, ct),
            DeskAction.Suspend => controls.SuspendAsync(actor, taskId, reason, operation, ct),
            DeskAction.Resume => controls.ResumeAsync(actor, taskId, reason, operation, ct),
            DeskAction.Terminate => controls.TerminateAsync(actor, taskId, reason, operation, ct),
            DeskAction.AskExtension => extensions.AskAsync(actor, taskId, reason, operation, ct),
            DeskAction.ApproveExtension => extensions.ApproveAsync(actor, taskId, reason, operation, ct),
            DeskAction.RefuseExtension => extensions.RefuseAsync(actor, taskId, reason, operation, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Action, "No such action."),
        };
    }
}
