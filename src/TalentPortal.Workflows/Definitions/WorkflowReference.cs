namespace TalentPortal.Workflows.Definitions;

/// <summary>Which definition a workflow-as-activity runs: by version id, else definition id and version, else type name.</summary>
/// <param name="TypeName">The activity type as written, which is the child's name in Pascal case.</param>
/// <param name="DefinitionId">Definition id, or null.</param>
/// <param name="VersionId">Id of the version, or null.</param>
/// <param name="Version">Number of the version, or null.</param>
public sealed record WorkflowReference(string TypeName, string? DefinitionId, string? VersionId, int? Version);
