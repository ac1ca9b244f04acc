using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Workflows.Execution.State;

/// <summary>A variable while its scope runs.</summary>
internal sealed class VariableSlot(VariableDefinition definition, JsonNode? value)
{
    public VariableDefinition Definition { get; } = definition;

    public string Id => Definition.Id;

    public string Name => Definition.Name;

    public JsonNode? Value { get; set; } = value;
}
