using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Tests.Support;

/// <summary>Breaks definitions as hands, editors and merges do: drops, replaces, doubles, swaps and renames parts.</summary>
internal sealed class DefinitionMutator(Random random, IReadOnlyList<string> donors)
{
    private static readonly string[] Values =
    [
        "null", "\"\"", "5", "-1", "1e99", "2147483648", "0.5", "true", "[]", "{}", "[null]", "[[[]]]",
        "\"00:00:01\"", "\"Elsa.Flowchart\"", "\"getN() + 1\"", "\"while (true) {}\"", "\"(\"",
        """{"$values":{}}""",
        """{"items":[1]}""",
        """{"type":"JavaScript","value":"variables.x = variables"}""",
        """{"typeName":"Object","expression":{"type":"JavaScript","value":"setVariable('N', [1,2]); return {a: {b: [null]}}"}}""",
        """{"typeName":"Object","memoryReference":{"id":"N"}}""",
    ];

    private static readonly string[] Types =
    [
        "Sequence", "Flowchart", "If", "Switch", "FlowSwitch", "FlowDecision", "FlowFork", "FlowJoin", "Fork", "Parallel", "ForEach",
        "ParallelForEach", "For", "While", "Break", "End", "Finish", "Complete", "Fault", "Event", "PublishEvent", "Delay", "RunTask",
        "SetVariable", "SetOutput", "RunJavaScript", "ExecuteWorkflow", "Correlate", "SetName", "Start", "WriteLine",
    ];

    /// <summary>The definition with one to four parts changed.</summary>
    public string Mutate(string definition)
    {
        var root = JsonNode.Parse(definition)!;
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var places = Places(root).ToList();
            if (places.Count > 0) Change(root, places, places[random.Next(places.Count)]);
        }

        return root.ToJsonString();
    }

    private void Change(JsonNode root, List<Place> places, Place place)
    {
        switch (random.Next(9))
        {
            case 0:
                place.Drop();
                break;
            case 1:
                place.Value = JsonNode.Parse(Values[random.Next(Values.Length)]);
                break;
            case 2:
                place.Double();
                break;
            case 3:
                Swap(place, places[random.Next(places.Count)]);
                break;
            case 4:
                Graft(place, Places(JsonNode.Parse(donors[random.Next(donors.Count)])!).ToList());
                break;
            case 5:
                Graft(place, places);
                break;
            case 6:
                place.Rename(random.Next(2) == 0 ? "unknown" : places[random.Next(places.Count)].Name);
                break;
            case 7:
                Retype(places);
                break;
            default:
                Connect(root);
                break;
        }
    }

    /// <summary>Puts another value of the same name there: an id for an id, a connection for a connection, a body for a body.</summary>
    private void Graft(Place place, List<Place> from)
    {
        var alike = from.FindAll(other => other.Name == place.Name);
        if (alike.Count > 0) place.Value = alike[random.Next(alike.Count)].Value?.DeepClone();
    }

    private static void Swap(Place one, Place other)
    {
        var (a, b) = (one.Value?.DeepClone(), other.Value?.DeepClone());
        one.Value = b;
        other.Value = a;
    }

    private void Retype(List<Place> places)
    {
        var types = places.FindAll(place =>
            place.Name == "type" && place.Value is JsonValue value && value.ToString().StartsWith("Elsa.", StringComparison.Ordinal));
        if (types.Count > 0) types[random.Next(types.Count)].Value = "Elsa." + Types[random.Next(Types.Length)];
    }

    /// <summary>One more arrow between two activities of a flowchart, forward or back, through whatever port.</summary>
    private void Connect(JsonNode root)
    {
        var charts = Places(root).Select(place => place.Value).OfType<JsonObject>()
            .Where(json => json["connections"] is JsonArray && json["activities"] is JsonArray { Count: > 0 }).ToList();
        if (charts.Count == 0) return;
        var chart = charts[random.Next(charts.Count)];
        var ids = chart["activities"]!.AsArray().Select(activity => (activity as JsonObject)?["id"]?.ToString() ?? "").ToList();
        string[] ports = ["Done", "True", "False", "Default"];
        chart["connections"]!.AsArray().Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = ids[random.Next(ids.Count)], ["port"] = ports[random.Next(ports.Length)] },
            ["target"] = new JsonObject { ["activity"] = ids[random.Next(ids.Count)], ["port"] = "In" },
        });
    }

    private static IEnumerable<Place> Places(JsonNode node)
    {
        IEnumerable<Place> own = node switch
        {
            JsonObject json => json.Select(pair => new Place(json, pair.Key, 0)),
            JsonArray list => list.Select((_, index) => new Place(list, "", index)),
            _ => [],
        };
        foreach (var place in own.ToList())
        {
            yield return place;
            if (place.Value is not { } child) continue;
            foreach (var inner in Places(child)) yield return inner;
        }
    }

    /// <summary>A property of an object or an item of a list.</summary>
    private sealed record Place(JsonNode Holder, string Name, int Index)
    {
        public JsonNode? Value
        {
            get => Holder is JsonObject json ? json[Name] : Index < Holder.AsArray().Count ? Holder.AsArray()[Index] : null;
            set
            {
                if (Holder is JsonObject json) json[Name] = value;
                else if (Index < Holder.AsArray().Count) Holder.AsArray()[Index] = value;
            }
        }

        public void Drop()
        {
            if (Holder is JsonObject json) json.Remove(Name);
            else if (Index < Holder.AsArray().Count) Holder.AsArray().RemoveAt(Index);
        }

        public void Double()
        {
            if (Holder is JsonArray list) list.Add(Value?.DeepClone());
            else if (Holder is JsonObject json) json[Name] = new JsonArray(Value?.DeepClone(), Value?.DeepClone());
        }

        public void Rename(string name)
        {
            if (Holder is not JsonObject json) return;
            var value = Value?.DeepClone();
            json.Remove(Name);
            json[name] = value;
        }
    }
}
