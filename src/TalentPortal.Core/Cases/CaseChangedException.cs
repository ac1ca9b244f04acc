namespace TalentPortal.Core.Cases;

/// <summary>A row changed although its case was locked: somebody wrote around the lock. A bug, or hands in the database.</summary>
public sealed class CaseChangedException : Exception
{
    /// <summary>For the case with this key.</summary>
    public CaseChangedException(Guid caseId)
        : base($"Rows of case {caseId} were changed outside its lock.")
    {
    }
}
