namespace TalentPortal.Workflows.Definitions;

/// <summary>Options of a definition that the runtime reads.</summary>
/// <param name="IncidentStrategy">What an instance becomes when an activity throws.</param>
/// <param name="UsableAsActivity">True when other definitions may use this one as an activity.</param>
public sealed record WorkflowOptions(IncidentStrategy IncidentStrategy, bool UsableAsActivity);
