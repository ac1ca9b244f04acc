using System.Text.Json;

namespace TalentPortal.Core.PublicNotices;

/// <summary>What a notice says about somebody: never a number, phone, address, health or income.</summary>
/// <param name="ServiceItem">Code of the service item.</param>
/// <param name="Unit">Code of the unit the person is published under: village or town.</param>
/// <param name="Category">Code of <c>talent-categories</c>; null where the item has none.</param>
/// <param name="SubCategory">Code of <c>talent-categories</c>; null where the item has none.</param>
/// <param name="Level">Code of <c>recognition-levels</c>; null while it is open.</param>
/// <param name="Basis">Titles of the documents it rests on, as published.</param>
public sealed record NoticeFacts(
    string ServiceItem, string? Unit, string? Category, string? SubCategory, string? Level, IReadOnlyList<string> Basis)
{
    /// <summary>As kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>As read.</summary>
    public static NoticeFacts FromJson(string json) => JsonSerializer.Deserialize<NoticeFacts>(json, JsonSerializerOptions.Web)!;
}
