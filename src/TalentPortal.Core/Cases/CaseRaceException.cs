namespace TalentPortal.Core.Cases;

/// <summary>Somebody else added the same row at the same time: with fresh state the work finds it.</summary>
public sealed class CaseRaceException : Exception
{
    /// <summary>With what the database said.</summary>
    public CaseRaceException(Exception inner)
        : base("A row was added by somebody else meanwhile.", inner)
    {
    }
}
