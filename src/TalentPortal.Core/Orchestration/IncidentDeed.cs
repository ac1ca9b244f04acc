namespace TalentPortal.Core.Orchestration;

/// <summary>What an administrator did with an incident.</summary>
public enum IncidentDeed
{
    /// <summary>What it stopped was done again.</summary>
    Retried,

    /// <summary>The activity that it stopped counts as done.</summary>
    Skipped,

    /// <summary>A variable was set, then it was tried again.</summary>
    VariableSet,

    /// <summary>The workflow was moved to another step.</summary>
    Moved,

    /// <summary>The workflow was cancelled.</summary>
    Cancelled,
}
