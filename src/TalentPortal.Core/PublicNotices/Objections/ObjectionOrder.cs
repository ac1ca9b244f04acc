using System.Text.Json;

namespace TalentPortal.Core.PublicNotices.Objections;

/// <summary>What an objection's case begins with beside the objection itself: the payload of an <see cref="OpenObjectionJob"/>.</summary>
/// <param name="By">The account that raised or recorded it.</param>
/// <param name="Materials">Keys of uploaded evidence.</param>
public sealed record ObjectionOrder(Guid By, IReadOnlyList<Guid> Materials)
{
    /// <summary>As a job keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>As a job kept it.</summary>
    public static ObjectionOrder FromJson(string json) => JsonSerializer.Deserialize<ObjectionOrder>(json, JsonSerializerOptions.Web)!;
}
