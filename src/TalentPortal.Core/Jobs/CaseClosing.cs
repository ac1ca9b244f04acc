using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Jobs;

/// <summary>What follows the end of a case in a transaction of its own; an outcome registers who does it.</summary>
public static class CaseClosing
{
    /// <summary>The kind of the job that is planned.</summary>
    public const string FollowUpKind = "applications.closed";

    /// <summary>Plans it, in the transaction that closes the case.</summary>
    public static void PlanFollowUp(this CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        work.Rows<Job>().Add(Job.Of(FollowUpKind, work.Now, caseId: work.CaseId));
    }
}
