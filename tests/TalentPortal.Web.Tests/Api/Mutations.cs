using System.Text;
using System.Text.Json.Nodes;

namespace TalentPortal.Web.Tests.Api;

/// <summary>Turns a good body into bad ones; the same seed gives the same ones.</summary>
internal sealed class Mutations(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>One body: changed in its tree, in its bytes, or both.</summary>
    public byte[] Of(string json)
    {
        var tree = JsonNode.Parse(json)!;
        for (var i = random.Next(3); i >= 0; i--) ChangeTree(tree);
        var bytes = Encoding.UTF8.GetBytes(tree.ToJsonString());
        return random.Next(3) == 0 ? ChangeBytes(bytes) : bytes;
    }

    /// <summary>Bytes with some changed, cut, doubled or put in.</summary>
    public byte[] ChangeBytes(byte[] bytes)
    {
        var changed = bytes.ToList();
        for (var i = random.Next(4); i >= 0; i--)
        {
            var at = random.Next(changed.Count + 1);
            switch (random.Next(5))
            {
                case 0:
                    changed.RemoveRange(at, Math.Min(changed.Count - at, random.Next(40)));
                    break;
                case 1:
                    changed.InsertRange(at, Enumerable.Range(0, random.Next(1, 9)).Select(_ => (byte)random.Next(256)));
                    break;
                case 2:
                    changed.InsertRange(at, Encoding.UTF8.GetBytes(Pick("\\ud800", "\\u0000", "\"", "{", "[[", "null", "1e999", "\u202e", "//", ",")));
                    break;
                case 3 when at < changed.Count:
                    changed[at] = (byte)random.Next(256);
                    break;
                default:
                    changed.InsertRange(at, changed.Take(random.Next(60)).ToList());
                    break;
            }
        }

        return [.. changed];
    }

    private void ChangeTree(JsonNode root)
    {
        var objects = Descendants(root).OfType<JsonObject>().ToList();
        var target = objects[random.Next(objects.Count)];
        var key = target.Count == 0 ? "new" : target.ElementAt(random.Next(target.Count)).Key;
        switch (random.Next(4))
        {
            case 0:
                target.Remove(key);
                break;
            case 1:
                target[Pick("unknown", key + "\u0000", "__proto__", "$type", new string('k', 300), key.ToUpperInvariant())] = Value();
                break;
            default:
                target[key] = Value();
                break;
        }
    }

    private JsonNode? Value() => random.Next(16) switch
    {
        0 => null,
        1 => JsonValue.Create(true),
        2 => JsonValue.Create(-1),
        3 => JsonValue.Create(decimal.MaxValue),
        4 => JsonNode.Parse("1e300"),
        5 => JsonValue.Create(""),
        6 => JsonValue.Create("\u0000\u0001\u001f"),
        7 => JsonValue.Create(new string('x', random.Next(1, 30_000))),
        8 => JsonValue.Create("<script>alert(1)</script>"),
        9 => JsonValue.Create("'; drop table applications; --"),
        10 => JsonValue.Create("\U0001F600\u202e\ufeff\u0301"),
        11 => new JsonArray(1, "a", null, new JsonObject()),
        12 => new JsonObject { ["masked"] = "138****8000" },
        13 => new JsonArray([.. Enumerable.Range(0, random.Next(300)).Select(i => JsonValue.Create(Guid.NewGuid().ToString()))]),
        14 => JsonValue.Create("9999-99-99"),
        _ => Deep(random.Next(40)),
    };

    private static JsonNode Deep(int levels)
    {
        JsonNode node = new JsonObject();
        for (var i = 0; i < levels; i++) node = i % 2 == 0 ? new JsonArray(node) : new JsonObject { ["a"] = node };
        return node;
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        yield return node;
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject map => map.Select(pair => pair.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>().SelectMany(Descendants)) yield return child;
    }

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
