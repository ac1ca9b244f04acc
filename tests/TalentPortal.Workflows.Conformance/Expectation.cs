using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Conformance;

/// <summary>What a case expects; what is null is not checked.</summary>
public sealed record Expectation
{
    public bool Refused { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<string>? Lines { get; init; }

    public IReadOnlyList<string>? LinesContain { get; init; }

    public IReadOnlyList<ExpectedBurst>? Bursts { get; init; }

    public JsonObject? Output { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }
}
