using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Core.Definitions;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Definitions;

/// <summary>What goes in comes out, and what cannot go in is told in full.</summary>
public sealed class DefinitionImportTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const int Files = 60;

    [Fact]
    public async Task Import_AnyValidFileHoweverWritten_ComesOutByteByByte()
    {
        var desk = await DefinitionDesk.OfAsync(portal);
        for (var seed = 1; seed <= Files; seed++)
        {
            var bytes = Odd(new Random(seed), seed);

            var taken = await desk.ImportAsync(bytes);

            Assert.True(taken.Findings.Count == 0, $"seed {seed}: {string.Join("; ", taken.Findings)}");
            var file = await desk.Service<DefinitionRegister>().FileAsync(taken.DefinitionId!, taken.Version, default);
            Assert.True(bytes.AsSpan().SequenceEqual(file!.Encode()), $"seed {seed} came out otherwise");
        }
    }

    [Fact]
    public async Task Import_SameVersion_IsTakenOnceAndRefusedWithAnotherContent()
    {
        var desk = await DefinitionDesk.OfAsync(portal);
        var text = DefinitionDesk.Copy(900);

        Assert.True((await desk.ImportAsync(text)).IsNew);
        Assert.False((await desk.ImportAsync(text)).IsNew);
        Assert.Equal(nameof(HouseFault.OtherContent), Assert.Single((await desk.ImportAsync(text + "\n")).Findings).Code);
        Assert.Equal(nameof(HouseFault.OtherContent), Assert.Single((await desk.ImportAsync(DefinitionDesk.Copy(2))).Findings).Code);
        var taken = DefinitionDesk.Copy(901, json => json["id"] = "talent-consultation-900");
        Assert.Equal(nameof(HouseFault.VersionIdTaken), Assert.Single((await desk.ImportAsync(taken)).Findings).Code);
        Assert.Equal(1L, await portal.Database.ScalarAsync(
            "select count(*) from operation_events where type = 'DefinitionImported' and facts->>'version' = '900'"));
    }

    [Fact]
    public async Task Import_SeveralThingsWrong_TellsAllAtOnceWithTheirPlaces()
    {
        var desk = await DefinitionDesk.OfAsync(portal);
        var text = DefinitionDesk.Copy(902, json =>
        {
            DefinitionDesk.Activity(json, "answer")["type"] = "Acme.Nope";
            DefinitionDesk.Activity(json, "acceptOffice")["role"]!["expression"]!["value"] = "Emperor";
            json["version"] = "soon";
        });

        var refused = await desk.ImportAsync(text);

        Assert.Null(refused.DefinitionId);
        var found = refused.Findings.Select(finding => (finding.Code, DefinitionPlaces.Read(refused.Text).Of(finding).Path)).ToList();
        Assert.Contains(("UnknownActivityType", "$.root.activities[8].type"), found);
        Assert.Contains(("ValueNotOffered", "$.root.activities[3].role"), found);
        Assert.Contains(("VersionNotANumber", "$.version"), found);
    }

    [Fact]
    public async Task Import_WhatIsNoDefinition_IsRefusedWithItsReason()
    {
        var desk = await DefinitionDesk.OfAsync(portal);
        (byte[] Bytes, string Code, long? Line)[] files =
        [
            ([], nameof(HouseFault.BrokenJson), 1), (Encoding.UTF8.GetBytes("{\n\"a\": ,\n}"), nameof(HouseFault.BrokenJson), 2), ([0xff, 0xfe, 0x7b], nameof(HouseFault.NotUtf8), null),
            ("[]"u8.ToArray(), "NotAnObject", null), ("{}"u8.ToArray(), "NoRoot", null),
            (new byte[desk.Service<DefinitionImport>().MostBytes + 1], nameof(HouseFault.TooLarge), null),
            (Encoding.UTF8.GetBytes(DefinitionDesk.Copy(903, json => json["definitionId"] = "../<script>")), nameof(HouseFault.DefinitionIdUnusable), null),
            (Encoding.UTF8.GetBytes("{\"a\":1,\"a\":2}"), "MalformedJson", null),
        ];
        foreach (var (bytes, code, line) in files)
        {
            var finding = Assert.Single((await desk.ImportAsync(bytes)).Findings);
            Assert.Equal((code, line), (finding.Code, finding.Line));
        }
    }

    /// <summary>A real definition with unknown fields, odd numbers and escapes, laid out in some odd but valid way.</summary>
    private static byte[] Odd(Random random, int seed)
    {
        var name = random.Next(2) == 0 ? "talent-consultation" : "talent-recognition";
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "workflows", name + ".json")))!.AsObject();
        (json["id"], json["version"]) = ($"odd-{seed}", 1000 + seed);
        Decorate(json, random, depth: 0);
        var text = json.ToJsonString(new JsonSerializerOptions
        {
            WriteIndented = random.Next(2) == 0,
            IndentCharacter = random.Next(2) == 0 ? '\t' : ' ',
            IndentSize = random.Next(1, 9),
            NewLine = random.Next(2) == 0 ? "\r\n" : "\n",
            Encoder = random.Next(2) == 0 ? System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping : null,
        });
        text = text.Replace("\"vendor0\":", $"\"vendor0\"{new string(' ', random.Next(5))}:{new string('\t', random.Next(3))}", StringComparison.Ordinal);
        text = new string('\n', random.Next(3)) + text + new string(' ', random.Next(3)) + (random.Next(2) == 0 ? "\r\n" : "");
        return [.. random.Next(2) == 0 ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];
    }

    private static void Decorate(JsonObject json, Random random, int depth)
    {
        JsonNode?[] odd =
        [
            JsonNode.Parse("1e3"), JsonNode.Parse("-0.0"), JsonNode.Parse("123456789012345678901234567890"), JsonNode.Parse("\"\\u0000\\ud83d\\ude00\\/\""), null,
            JsonNode.Parse("[[],{}]"), "</script><b>", true, new string('x', random.Next(200)),
        ];
        for (var index = random.Next(3); index >= 0; index--) json[$"vendor{index}"] = odd[random.Next(odd.Length)]?.DeepClone();
        if (depth > 3) return;
        foreach (var inner in json.Select(pair => pair.Value).OfType<JsonObject>().Where(inner => !inner.ContainsKey("typeName")).ToList())
            Decorate(inner, random, depth + 1);
    }
}
