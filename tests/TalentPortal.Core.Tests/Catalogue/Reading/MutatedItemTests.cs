using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Reading;

/// <summary>A file may be spoilt in any way: the reader answers with errors, and what it does take can be used.</summary>
public sealed class MutatedItemTests
{
    private static readonly string[] Replacements =
    [
        "null", "true", "0", "-1", "1e9999", "\"\"", "\"x\"", "\"HALF\"", "[]", "{}", "[null]", "[1]", "[\"x\"]", "{\"zh\":1}", "\"2026-13-01\"",
        "{\"field\":\"area\",\"op\":\"ge\",\"value\":1}", "{\"any\":[{\"any\":[]}]}", "\"rows\"", "\"person\"", "\"file\"", "\"sensitive\"",
        "{\"parameter\":\"recog.maxAge\"}", "99999999999999999999",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_MutatedFile_NeverThrows(int seed)
    {
        var random = new Random(seed);
        var taken = 0;
        for (var run = 0; run < 1500; run++)
        {
            var item = JsonNode.Parse(run % 2 == 0 ? SeedItems.EverythingJson : SeedItems.Json("talent-recognition"))!;
            for (var i = random.Next(1, 4); i > 0; i--) Mutate(item, random);
            var json = item.ToJsonString().Replace("HALF", "\\ud800", StringComparison.Ordinal);
            var reading = SeedItems.Reader.Read(json, "training-base.json");

            Assert.Equal(reading.Succeeded, reading.Errors.Count == 0);
            Assert.All(reading.Errors, e => Assert.StartsWith("$", e.Path, StringComparison.Ordinal));
            if (!reading.Succeeded) continue;
            taken++;
            Use(reading.Item);
        }

        Assert.True(taken > 20, $"Only {taken} mutated files were taken: the test proves little.");
    }

    [Fact]
    public void Read_CutFile_NeverThrows()
    {
        var json = SeedItems.EverythingJson;
        for (var length = 0; length < json.Length; length += 97)
            Assert.False(SeedItems.Reader.Read(json[..length], "training-base.json").Succeeded);
        Assert.False(SeedItems.Reader.Read(new string('[', 100_000), "training-base.json").Succeeded);
    }

    private static void Use(ServiceItem item)
    {
        var answers = AnswerBinder.FromPost(item.Form.Fields, Posts.Base()).Answers;
        var validation = AnswerValidator.Validate(SeedItems.Context(item), answers, Posts.NoFiles, ValidationMode.Submit);
        Assert.Equal(answers, AnswerProtection.Merge(item, AnswerProtection.Split(item, answers).Public, AnswerProtection.Split(item, answers).Secrets));
        Assert.NotNull(validation.Shown);
    }

    private static void Mutate(JsonNode root, Random random)
    {
        var node = root;
        while (true)
        {
            var keys = node is JsonObject o ? o.Select(p => p.Key).ToList() : [];
            var count = node is JsonArray a ? a.Count : keys.Count;
            if (count == 0) return;
            var index = random.Next(count);
            var child = node is JsonArray array ? array[index] : node[keys[index]];
            if (child is JsonObject or JsonArray && random.Next(6) > 0)
            {
                node = child;
                continue;
            }

            Replace(node, keys, index, random);
            return;
        }
    }

    private static void Replace(JsonNode node, List<string> keys, int index, Random random)
    {
        JsonNode? value = null;
        try
        {
            value = JsonNode.Parse(Replacements[random.Next(Replacements.Length)]);
        }
        catch (JsonException)
        {
            value = JsonValue.Create("unparsable");
        }

        switch (node, random.Next(4))
        {
            case (JsonObject o, 0):
                o.Remove(keys[index]);
                break;
            case (JsonArray a, 0):
                a.RemoveAt(index);
                break;
            case (JsonObject o, 1):
                o["p" + random.Next(3)] = value;
                break;
            case (JsonArray a, 1):
                a.Add(a[index]?.DeepClone());
                break;
            case (JsonObject o, _):
                o[keys[index]] = value;
                break;
            case (JsonArray a, _):
                a[index] = value;
                break;
        }
    }
}
