using System.Text.Json.Nodes;

namespace TalentPortal.Core.Tests.Workflows;

/// <summary>Changes a definition at random, as somebody might who improves it.</summary>
internal static class DefinitionChanges
{
    /// <summary>Makes one to three changes, every other time one where an instance stands.</summary>
    public static void Apply(JsonObject definition, Random random, string place)
    {
        if (random.Next(2) == 0) Rename(definition, random, activity => (string)activity["id"]! == place);
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            switch (random.Next(5))
            {
                case 0:
                    Rename(definition, random, IsPortal);
                    break;
                case 1:
                    Insert(definition, random);
                    break;
                case 2:
                    Remove(definition, random);
                    break;
                case 3:
                    LoseOutcome(definition, random);
                    break;
                default:
                    definition["variables"]!.AsArray().Add(new JsonObject { ["id"] = $"v{random.Next(1000)}", ["name"] = $"V{random.Next(1000)}", ["typeName"] = "Int32", ["value"] = "7" });
                    break;
            }
        }
    }

    private static JsonArray Activities(JsonObject definition) => definition["root"]!["activities"]!.AsArray();

    private static JsonArray Connections(JsonObject definition) => definition["root"]!["connections"]!.AsArray();

    private static JsonObject Any(JsonObject definition, Random random, Func<JsonObject, bool> fits)
    {
        var all = Activities(definition).Select(one => one!.AsObject()).Where(fits).ToList();
        return all[random.Next(all.Count)];
    }

    private static bool IsPortal(JsonObject activity) => activity["type"]!.GetValue<string>().StartsWith("Portal.", StringComparison.Ordinal);

    private static void Rename(JsonObject definition, Random random, Func<JsonObject, bool> which)
    {
        if (!Activities(definition).Any(one => which(one!.AsObject()))) return;
        var activity = Any(definition, random, which);
        var (old, id) = ((string)activity["id"]!, $"renamed{random.Next(10000)}");
        activity["id"] = id;
        foreach (var end in Connections(definition).SelectMany(one => new[] { one!["source"]!, one["target"]! }).Where(end => (string)end["activity"]! == old))
            end["activity"] = id;
    }

    /// <summary>A further desk on one of the ways.</summary>
    private static void Insert(JsonObject definition, Random random)
    {
        var model = (JsonObject)Any(definition, random, one => (string)one["type"]! == "Portal.Review").DeepClone();
        var id = $"inserted{random.Next(10000)}";
        model["id"] = id;
        model["outcomes"] = JsonNode.Parse("""{ "typeName": "String[]", "expression": { "type": "Object", "value": "[\"Agree\"]" } }""");
        model.Remove("supplementOutcome");
        model.Remove("reasonRequired");
        model.Remove("dissentOutcome");
        var connections = Connections(definition);
        var way = connections[random.Next(connections.Count)]!;
        Activities(definition).Add(model);
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = id, ["port"] = "Agree" },
            ["target"] = way["target"]!.DeepClone(),
        });
        way["target"] = new JsonObject { ["activity"] = id, ["port"] = "In" };
    }

    /// <summary>A step that has one way out goes away; what led to it leads on.</summary>
    private static void Remove(JsonObject definition, Random random)
    {
        var connections = Connections(definition);
        var ends = connections.GroupBy(one => (string)one!["source"]!["activity"]!).Where(ways => ways.Count() == 1).Select(ways => ways.Key).ToHashSet(StringComparer.Ordinal);
        var activity = Any(definition, random, one => ends.Contains((string)one["id"]!) && (string)one["type"]! != "Elsa.Start");
        var id = (string)activity["id"]!;
        var next = connections.Single(one => (string)one!["source"]!["activity"]! == id)!;
        foreach (var way in connections.Where(one => (string)one!["target"]!["activity"]! == id)) way!["target"] = next["target"]!.DeepClone();
        connections.Remove(next);
        Activities(definition).Remove(activity);
    }

    private static void LoseOutcome(JsonObject definition, Random random)
    {
        var activity = Any(definition, random, one => (string)one["type"]! == "Portal.Review");
        var outcomes = JsonNode.Parse((string)activity["outcomes"]!["expression"]!["value"]!)!.AsArray();
        if (outcomes.Count < 2) return;
        var lost = (string)outcomes[^1]!;
        outcomes.RemoveAt(outcomes.Count - 1);
        activity["outcomes"]!["expression"]!["value"] = outcomes.ToJsonString();
        foreach (var way in Connections(definition).Where(one => (string)one!["source"]!["activity"]! == (string)activity["id"]! && (string?)one["source"]!["port"] == lost).ToList())
            Connections(definition).Remove(way);
    }
}
