namespace TalentPortal.Workflows.Definitions;

/// <summary>An arrow of a flowchart.</summary>
/// <param name="Source">Id of the activity it leaves.</param>
/// <param name="SourcePort">Outcome it follows; null follows every outcome.</param>
/// <param name="Target">Id of the activity it enters.</param>
/// <param name="TargetPort">Name of the entry, without meaning at run time.</param>
/// <param name="Vertices">Bends as drawn.</param>
public sealed record ConnectionDefinition(
    string Source, string? SourcePort, string Target, string? TargetPort, IReadOnlyList<DesignerPoint> Vertices);
