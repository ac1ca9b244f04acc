using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>Lets a colleague read a case.</summary>
public sealed class CaseCopies(TaskTransaction transactions, ActorCache actors, ActionLog log)
{
    private const int LongestNote = 1000;

    /// <summary>Copies the case to somebody whose role reads files.</summary>
    public Task<Result> CopyAsync(Actor actor, Guid taskId, Guid toId, string note, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(actor, taskId, operation, async (work, task, token) =>
        {
            if (task.IsPanelSeat(work) || !actor.Can(Permission.ReadFiles)) return new ColleagueWithoutRight();
            if (actor.UserId == toId) return new PassedToOneself();
            var why = ActionLog.Reason(note, isRequired: false);
            if (!why.Succeeded) return why.Refusal;
            if (why.Value.Length > LongestNote) return new ReasonTooLong(LongestNote);
            if (await actors.FindAsync(toId, token) is not { } colleague || !colleague.Can(Permission.ReadFiles))
                return new ColleagueWithoutRight();
            work.Rows<CaseCopy>().Add(new CaseCopy
            {
                Id = Ids.New(),
                CaseId = work.CaseId,
                UserId = toId,
                CopiedBy = actor.UserId,
                Note = why.Value,
                CopiedAt = work.Now,
            });
            work.RefuseOn("case_copies_one", new CopiedAlready());
            ActionLog.Tell(work, toId, MessageTemplates.CaseCopied);
            log.Add(work, CaseActionKind.CaseCopied, actor.UserId, why.Value, task, toId);
            return Result.Success;
        }, ct);
}
