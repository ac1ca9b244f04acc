using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalentPortal.Core.Recognitions.Life.FollowUps;

/// <summary>What a follower's job is told: the payload of its jobs. It carries no personal value.</summary>
/// <param name="Recognition">The recognition that changed.</param>
/// <param name="Becomes">What it became; the handler asks what it is by then.</param>
/// <param name="On">From which day.</param>
/// <param name="Case">The case that the preview named; null where it named none, and something may have come since.</param>
/// <param name="ByCase">The case that decided; null for the recognition's own.</param>
public sealed record FollowUpOrder(Guid Recognition, RecognitionStatus Becomes, DateOnly On, Guid? Case, Guid? ByCase)
{
    private static readonly JsonSerializerOptions Format =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>As a job keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <summary>As a job kept it.</summary>
    public static FollowUpOrder FromJson(string json) => JsonSerializer.Deserialize<FollowUpOrder>(json, Format)
        ?? throw new InvalidOperationException("The job holds no order.");
}
