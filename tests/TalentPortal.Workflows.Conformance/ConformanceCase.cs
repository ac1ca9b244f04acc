using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Conformance;

/// <summary>One entry of cases.json.</summary>
public sealed record ConformanceCase(string Name, IReadOnlyList<string> Files, string Run, JsonObject? Input, Expectation Expect);
