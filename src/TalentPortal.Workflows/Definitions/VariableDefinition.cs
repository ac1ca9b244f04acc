using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Definitions;

/// <summary>A variable declared by a workflow, a flowchart, a sequence or a loop.</summary>
/// <param name="Id">Id that SetVariable and Variable expressions resolve.</param>
/// <param name="Name">Name that scripts use.</param>
/// <param name="Type">Type that assigned values are converted to.</param>
/// <param name="Default">Value at the start of the scope, already converted.</param>
/// <param name="IsPersistent">False when no storage driver is named: the value is null after a suspension.</param>
public sealed record VariableDefinition(string Id, string Name, DataType Type, JsonNode? Default, bool IsPersistent);
