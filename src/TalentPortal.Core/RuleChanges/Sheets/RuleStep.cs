using System.Text.Json.Nodes;

namespace TalentPortal.Core.RuleChanges.Sheets;

/// <summary>One value from what it was to what it is to be.</summary>
/// <param name="Was">What the author saw.</param>
/// <param name="Now">What it is to be.</param>
public sealed record RuleStep(JsonNode Was, JsonNode Now);
