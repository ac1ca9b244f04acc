using System.Text.Json;

namespace TalentPortal.Core.Orchestration.Schedules;

/// <summary>What the clock starts: the payload of a <see cref="StartScheduledJob"/>.</summary>
/// <param name="DefinitionId">The definition.</param>
/// <param name="Version">Its version.</param>
/// <param name="ActivityId">The trigger.</param>
/// <param name="DueAt">The moment, UTC.</param>
public sealed record StartOrder(string DefinitionId, int Version, string ActivityId, DateTimeOffset DueAt)
{
    /// <summary>As a job keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>As a job kept it.</summary>
    public static StartOrder FromJson(string json) => JsonSerializer.Deserialize<StartOrder>(json, JsonSerializerOptions.Web)!;
}
