using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Definitions;

public sealed class ReaderFuzzTests
{
    private const int Rounds = 4_000;

    private static readonly string[] Fragments =
    [
        "null", "\"\"", "5", "-1", "1e99", "true", "[]", "{}", "[null]",
        "\"\\ud800\"", "{\"$values\":{}}", "\"00:00:01\"", "[[[]]]", "\"Elsa.Flowchart\"",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_RandomlyChangedValues_LoadsOrRefuses(int seed)
    {
        var random = new Random(seed);
        var files = Files();
        var refused = 0;
        for (var round = 0; round < Rounds; round++) refused += Try(ChangeValues(files[random.Next(files.Count)], random));

        Assert.InRange(refused, 1, Rounds - 1);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Read_RandomlyChangedText_LoadsOrRefuses(int seed)
    {
        var random = new Random(seed);
        var files = Files();
        var refused = 0;
        for (var round = 0; round < Rounds; round++) refused += Try(ChangeText(files[random.Next(files.Count)], random));

        Assert.InRange(refused, 1, Rounds);
    }

    private static List<string> Files() => [.. Directory.GetFiles(Folders.Conformance, "*.json")
        .Where(file => !file.EndsWith("cases.json", StringComparison.Ordinal) && !file.Contains("malformed", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllText)];

    private static int Try(string json)
    {
        try
        {
            var definition = new DefinitionReader(new ActivityRegistry()).Read(json, "fuzz.json");
            DefinitionWriter.Write(definition);
            return 0;
        }
        catch (DefinitionException exception)
        {
            Assert.NotEmpty(exception.Errors);
            return 1;
        }
    }

    private static string ChangeValues(string file, Random random)
    {
        var root = JsonNode.Parse(file)!;
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var places = Places(root).ToList();
            var (holder, key) = places[random.Next(places.Count)];
            var value = JsonNode.Parse(Fragments[random.Next(Fragments.Length - 5)]);
            if (holder is JsonObject json && random.Next(4) == 0) json.Remove((string)key);
            else if (holder is JsonObject target) target[(string)key] = value;
            else holder.AsArray()[(int)key] = value;
        }

        return root.ToJsonString();
    }

    private static IEnumerable<(JsonNode Holder, object Key)> Places(JsonNode node)
    {
        var children = node switch
        {
            JsonObject json => json.Select(pair => ((object)pair.Key, pair.Value)),
            JsonArray list => list.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (key, child) in children)
        {
            yield return (node, key);
            if (child is null) continue;
            foreach (var inner in Places(child)) yield return inner;
        }
    }

    private static string ChangeText(string file, Random random)
    {
        var at = random.Next(file.Length);
        return random.Next(3) switch
        {
            0 => file[..at],
            1 => file.Insert(at, Fragments[random.Next(Fragments.Length)]),
            _ => file.Remove(at, Math.Min(random.Next(1, 30), file.Length - at)),
        };
    }
}
