namespace TalentPortal.Workflows.Execution;

/// <summary>Why an incident was raised.</summary>
public enum IncidentKind
{
    /// <summary>An activity or a script threw.</summary>
    Exception,

    /// <summary>A burst ran more activities than allowed; what was queued waits.</summary>
    LoopLimit,

    /// <summary>Nothing runs and nothing waits, yet the instance has not ended.</summary>
    Stuck,

    /// <summary>A dispatched workflow that the activity waits for has faulted; gone as soon as it goes on.</summary>
    ChildFaulted,
}
