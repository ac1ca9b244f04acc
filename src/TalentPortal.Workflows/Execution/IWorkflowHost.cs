namespace TalentPortal.Workflows.Execution;

/// <summary>What the host lends to a burst: a place for the writes of its activities that can be rolled back step by step.</summary>
public interface IWorkflowHost
{
    /// <summary>Marks the present end of the writes.</summary>
    int Mark();

    /// <summary>Drops every write after the mark, because the activity that made them threw.</summary>
    void Rollback(int mark);

    /// <summary>
    /// True when an exception is not the activity's own (a lost connection, a serialization failure): the burst then fails as a whole
    /// instead of turning the exception into an incident.
    /// </summary>
    bool Rethrows(Exception exception);
}
