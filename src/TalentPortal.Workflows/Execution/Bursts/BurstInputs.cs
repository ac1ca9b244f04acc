using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Execution.Bursts;

/// <summary>The inputs that one burst has evaluated for one run. They hold for the rest of that burst, as in Elsa.</summary>
internal sealed record BurstInputs(BurstEngine Burst, Dictionary<string, JsonNode?> Values);
