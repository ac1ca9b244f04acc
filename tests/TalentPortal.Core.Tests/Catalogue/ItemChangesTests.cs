using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Core.Catalogue;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue;

/// <summary>What an author is told when the requirements change under an open draft.</summary>
public sealed class ItemChangesTests
{
    [Fact]
    public void Between_SameItem_IsNothing() => Assert.Empty(Changes(_ => { }));

    [Fact]
    public void Between_OtherVersionNumberAndDate_IsNothing() => Assert.Empty(Changes(item =>
    {
        item["version"] = 2;
        item["effectiveOn"] = "2026-06-01";
    }));

    [Fact]
    public void Between_Fields_NamesAddedRemovedRequiredAndChanged()
    {
        var changes = Changes(item =>
        {
            var fields = (JsonArray)item["form"]!["sections"]![1]!["fields"]!;
            var added = Field(fields, "brand").DeepClone();
            added["code"] = "motto";
            added["label"]!["en"] = "Motto";
            fields.Add(added);
            Field(fields, "patents")["required"] = true;
            Field(fields, "papers")["max"] = 5;
            fields.Remove(Field(fields, "newVarieties"));
        });
        Assert.Equal(["FieldRequired Patents", "FieldChanged Papers published", "FieldAdded Motto",
            "FieldRemoved New varieties or techniques brought in or bred"], changes);
    }

    [Fact]
    public void Between_MaterialsRulesAndGuide_NamesThem()
    {
        var changes = Changes(item =>
        {
            ((JsonArray)item["materials"]!)[0]!["help"] = JsonNode.Parse("""{ "zh": "a", "en": "a" }""");
            ((JsonArray)item["eligibility"]!).RemoveAt(0);
            item["guide"]!["visits"] = 3;
        });
        Assert.Equal(["MaterialChanged Citizen ID card", "Rules ", "Guide "], changes);
    }

    private static IEnumerable<string> Changes(Action<JsonNode> change)
    {
        var item = JsonNode.Parse(SeedItems.Json("talent-recognition"))!;
        change(item);
        using var before = JsonDocument.Parse(SeedItems.Json("talent-recognition"));
        using var after = JsonDocument.Parse(item.ToJsonString());
        return ItemChanges.Between(before.RootElement, after.RootElement).Select(one => $"{one.Kind} {one.Label.En}");
    }

    private static JsonNode Field(JsonArray fields, string code) => fields.Single(field => (string)field!["code"]! == code)!;
}
