using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Queries;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>Writes down that a whole case leaves the portal as a file, before it does.</summary>
public sealed class CaseExports(CaseTransaction transactions, CaseVisibility visibility, ActionLog log)
{
    /// <summary>Records the export with its reason; open and closed cases alike.</summary>
    /// <returns>Success, <see cref="CaseNotFound"/> where the case is not the actor's to read, or what is wrong with the reason.</returns>
    public async Task<Result> RecordAsync(Actor actor, Guid caseId, string? reason, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!await visibility.SeesAsync(actor, caseId, ct)) return new CaseNotFound();
        var why = ActionLog.Reason(reason);
        if (!why.Succeeded) return why.Refusal;
        return await transactions.RunAsync(caseId, operation, (work, _) =>
        {
            log.Add(work, CaseActionKind.CaseExported, actor.UserId, why.Value);
            return Task.FromResult(Result.Success);
        }, ct);
    }
}
