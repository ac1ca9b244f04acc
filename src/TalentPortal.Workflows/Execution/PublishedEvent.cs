using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Execution;

/// <summary>An event that an activity or the host published.</summary>
/// <param name="Name">Name of the event.</param>
/// <param name="Payload">Data, or null.</param>
/// <param name="CorrelationId">Only instances with this correlation id get it; null reaches all.</param>
/// <param name="InstanceId">Instance that published it; null for the host.</param>
/// <param name="IsLocal">True when only the publishing instance gets it.</param>
public sealed record PublishedEvent(string Name, JsonNode? Payload, string? CorrelationId, string? InstanceId, bool IsLocal)
{
    /// <summary>True when an activity was waiting for it; otherwise it is kept until an instance ends or asks for it.</summary>
    public bool IsConsumed { get; init; }
}
