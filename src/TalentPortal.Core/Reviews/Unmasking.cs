using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Queries;

namespace TalentPortal.Core.Reviews;

/// <summary>Why a masked value was shown in full. A code and no free text: the audit holds no personal value.</summary>
public enum UnmaskReason
{
    /// <summary>To compare it with the original document.</summary>
    CompareOriginal,

    /// <summary>To reach the applicant.</summary>
    ContactApplicant,

    /// <summary>To look into a possible double application.</summary>
    CheckDuplicate,

    /// <summary>To answer the joint background check.</summary>
    BackgroundCheck,
}

/// <summary>Shows one encrypted answer in full. The audit has it before the reader does.</summary>
public sealed class Unmasking(PortalDbContext db, ReviewQuery reviews, CaseVisibility visibility, SecretBox secrets, AuditStreams audit)
{
    /// <summary>The plain value.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="caseId">Which case.</param>
    /// <param name="path">Which answer, for example <c>person.citizenId</c>.</param>
    /// <param name="reason">Why.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The value, or <see cref="CaseNotFound"/> where there is no such answer within the reader's reach.</returns>
    public async Task<Result<string>> RevealAsync(
        Actor actor, Guid caseId, string path, UnmaskReason reason, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(operation);
        if (!await MayAsync(actor, caseId, path, ct)) return new CaseNotFound();
        var secret = await db.Set<ApplicationSecret>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.CaseId == caseId && row.Path == path, ct);
        if (secret is null) return new CaseNotFound();
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["case"] = caseId,
            ["path"] = path,
            ["kind"] = secret.Kind,
            ["reason"] = reason.ToString(),
        };
        await audit.AppendAsync(AuditStream.Unmasking, "ValueUnmasked", operation, facts, ct);
        return secrets.Reveal(secret);
    }

    /// <summary>
    /// Whether a reader of this reach may see secrets in full: all with the permission; the joint check the citizen number.
    /// </summary>
    public static bool May(Actor actor, FileReach reach)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return reach switch
        {
            FileReach.Full => actor.Can(Permission.Unmask),
            FileReach.JointCheck => actor.Can(Permission.AnswerJointChecks),
            _ => false,
        };
    }

    private async Task<bool> MayAsync(Actor actor, Guid caseId, string path, CancellationToken ct)
    {
        var reach = await reviews.ReachAsync(actor, visibility, caseId, ct);
        if (!May(actor, reach)) return false;
        if (reach is FileReach.Full) return true;
        return await reviews.IsCitizenIdAsync(caseId, path, ct);
    }
}
