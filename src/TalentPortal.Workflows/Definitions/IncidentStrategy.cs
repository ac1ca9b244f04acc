namespace TalentPortal.Workflows.Definitions;

/// <summary>What an instance becomes when one of its activities throws.</summary>
public enum IncidentStrategy
{
    /// <summary>The instance is Faulted; branches that were queued already still run in the same burst.</summary>
    Fault,

    /// <summary>The other branches go on; the instance ends the burst Suspended.</summary>
    ContinueWithIncidents,
}
