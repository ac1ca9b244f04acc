using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace TalentPortal.Core.Catalogue;

/// <summary>Says what lies between two versions of a service item, so that the author of an open draft is told.</summary>
public sealed class ItemChanges(NpgsqlDataSource database)
{
    private static readonly string[] Rules = ["eligibility", "checks", "score", "lookups", "window", "quota"];

    /// <summary>The changes from one published version to another, questions first.</summary>
    public async Task<IReadOnlyList<ItemChange>> BetweenAsync(Guid oldId, Guid newId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select id, content from service_item_versions where id = any($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = new[] { oldId, newId }, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        var contents = new Dictionary<Guid, string>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) contents[reader.GetGuid(0)] = reader.GetString(1);
        using var before = JsonDocument.Parse(contents[oldId]);
        using var after = JsonDocument.Parse(contents[newId]);
        return Between(before.RootElement, after.RootElement);
    }

    /// <summary>The changes from one item's JSON to another's.</summary>
    public static IReadOnlyList<ItemChange> Between(JsonElement before, JsonElement after)
    {
        var (oldFields, newFields) = (Fields(before), Fields(after));
        var (oldMaterials, newMaterials) = (ByCode(before, "materials"), ByCode(after, "materials"));
        List<ItemChange> changes =
        [
            .. Compare(oldFields, newFields, ItemChangeKind.FieldAdded, ItemChangeKind.FieldRemoved, "label",
                (was, now) => IsRequired(now) && !IsRequired(was) ? ItemChangeKind.FieldRequired : ItemChangeKind.FieldChanged),
            .. Compare(oldMaterials, newMaterials, ItemChangeKind.MaterialAdded, ItemChangeKind.MaterialRemoved, "name",
                (_, _) => ItemChangeKind.MaterialChanged),
        ];
        if (Rules.Any(name => Differs(before, after, name))) changes.Add(new ItemChange(ItemChangeKind.Rules, LocalizedText.Empty));
        if (Differs(before, after, "guide")) changes.Add(new ItemChange(ItemChangeKind.Guide, LocalizedText.Empty));
        return changes;
    }

    private static IEnumerable<ItemChange> Compare(Dictionary<string, JsonElement> before, Dictionary<string, JsonElement> after,
        ItemChangeKind added, ItemChangeKind removed, string label, Func<JsonElement, JsonElement, ItemChangeKind> changed)
    {
        foreach (var (code, now) in after)
        {
            if (!before.TryGetValue(code, out var was)) yield return new ItemChange(added, Label(now, label));
            else if (!JsonElement.DeepEquals(was, now)) yield return new ItemChange(changed(was, now), Label(now, label));
        }

        foreach (var (code, was) in before.Where(one => !after.ContainsKey(one.Key)))
            yield return new ItemChange(removed, Label(was, label));
    }

    private static Dictionary<string, JsonElement> Fields(JsonElement item) =>
        item.GetProperty("form").GetProperty("sections").EnumerateArray()
        .SelectMany(section => ByCode(section, "fields")).ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, JsonElement> ByCode(JsonElement owner, string name) => owner.TryGetProperty(name, out var list)
        ? list.EnumerateArray().ToDictionary(one => one.GetProperty("code").GetString()!, StringComparer.Ordinal)
        : [];

    private static bool IsRequired(JsonElement field) =>
        field.TryGetProperty("required", out var required) && required.ValueKind is JsonValueKind.True;

    private static bool Differs(JsonElement before, JsonElement after, string name) =>
        before.TryGetProperty(name, out var was) != after.TryGetProperty(name, out var now)
        || (was.ValueKind is not JsonValueKind.Undefined && !JsonElement.DeepEquals(was, now));

    private static LocalizedText Label(JsonElement owner, string name) => owner.TryGetProperty(name, out var text)
        ? new LocalizedText(text.GetProperty("zh").GetString()!, text.GetProperty("en").GetString()!)
        : LocalizedText.Empty;
}
