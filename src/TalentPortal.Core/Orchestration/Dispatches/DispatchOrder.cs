using System.Text.Json;
using System.Text.Json.Nodes;

namespace TalentPortal.Core.Orchestration.Dispatches;

/// <summary>What is to be started in a case of its own: the payload of a <see cref="StartDispatchedJob"/>.</summary>
public sealed record DispatchOrder
{
    /// <summary>How many dispatches may lead to one another: a definition that dispatches itself without end is stopped here.</summary>
    public const int MostDepth = 16;

    /// <summary>The case that asked for it.</summary>
    public required Guid FromCaseId { get; init; }

    /// <summary>The district of that case.</summary>
    public required short DistrictId { get; init; }

    /// <summary>The number of that case; null when it has none.</summary>
    public string? FromNumber { get; init; }

    /// <summary>The definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Its version.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Inputs by name.</summary>
    public required JsonObject Input { get; init; }

    /// <summary>Correlation id, or null.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Whether its end is waited for.</summary>
    public required bool Awaited { get; init; }

    /// <summary>How many dispatches led to it, itself included.</summary>
    public required int Depth { get; init; }

    /// <summary>As a job keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>As a job kept it.</summary>
    public static DispatchOrder FromJson(string json) => JsonSerializer.Deserialize<DispatchOrder>(json, JsonSerializerOptions.Web)!;
}
