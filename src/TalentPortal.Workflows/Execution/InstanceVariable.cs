using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Workflows.Execution;

/// <summary>A variable of a running instance.</summary>
/// <param name="RunId">The run of the activity that it belongs to.</param>
/// <param name="ActivityId">That activity; empty for the workflow itself.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type that values are converted to.</param>
/// <param name="Value">Its value; not to be changed.</param>
public sealed record InstanceVariable(int RunId, string ActivityId, string Id, string Name, DataType Type, JsonNode? Value);
