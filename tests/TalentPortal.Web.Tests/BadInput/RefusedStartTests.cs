using System.Text.Json.Nodes;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.Databases;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.BadInput;

/// <summary>A portal with a broken file does not start: it ends with 1 and names the file, the place in it and what is wrong.</summary>
public sealed class RefusedStartTests : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"portal-refused-{Guid.NewGuid():N}");
    private readonly SeededDatabase database = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Definition_WithAnUnknownActivity_IsRefusedWithFileActivityAndProperty() => await AssertRefusedAsync(
        "workflows/talent-consultation.json",
        root => Activity(root, "accepted")["type"] = "Portal.Bless",
        "talent-consultation.json", "accepted", "type", "Portal.Bless");

    [Fact]
    public async Task Definition_WithAnExpressionThatCannotRun_IsRefusedWithFileActivityAndProperty() => await AssertRefusedAsync(
        "workflows/talent-consultation.json",
        root => Activity(root, "toTown")["condition"]!["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "hasTown ===" },
        "talent-consultation.json", "toTown", "condition");

    [Fact]
    public async Task Definition_CutOff_IsRefusedWithItsFile() => await AssertRefusedAsync(
        "workflows/talent-recognition.json", text => text[..(text.Length / 2)], "talent-recognition.json");

    [Fact]
    public async Task ServiceItem_WithAFieldOfNoType_IsRefusedWithFileAndPlace() => await AssertRefusedAsync(
        "seed-data/services/talent-consultation.json",
        root => root["form"]!["sections"]![0]!["fields"]![0]!["type"] = "telepathy",
        "talent-consultation.json", "$.form.sections[0].fields[0].type", "telepathy");

    [Fact]
    public async Task ServiceItem_WhoseGuideLacksAStepOfItsDefinition_IsRefusedWithFileStepAndActivity() => await AssertRefusedAsync(
        "seed-data/services/talent-consultation.json",
        root => root["guide"]!["steps"]!.AsArray().Single(step => (string?)step!["code"] == "answer")!["code"] = "reply",
        "talent-consultation.json", "$.guide.steps", "'answer'");

    [Fact]
    public async Task Numbers_WithOneMissing_AreRefusedWithFileAndName() => await AssertRefusedAsync(
        "seed-data/accounts/security.json", root => root.AsObject().Remove("staffIdleMinutes"), "security.json", "staffIdleMinutes");

    private static JsonNode Activity(JsonNode root, string id) =>
        root["root"]!["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == id)!;

    private Task AssertRefusedAsync(string file, Action<JsonNode> spoil, params string[] said) => AssertRefusedAsync(file, text =>
    {
        var root = JsonNode.Parse(text)!;
        spoil(root);
        return root.ToJsonString();
    }, said);

    private async Task AssertRefusedAsync(string file, Func<string, string> spoil, params string[] said)
    {
        foreach (var part in (string[])["seed-data", "workflows"]) Copy(Path.Combine(Repository.Root, part), Path.Combine(folder, part));
        var path = Path.Combine(folder, file);
        await File.WriteAllTextAsync(path, spoil(await File.ReadAllTextAsync(path)));

        await using var portal = await PortalProcess.StartAsync(Path.Combine(folder, "data"), settings: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Portal"] = database.ConnectionString,
            ["Portal__Keys"] = TestKeys.Json,
            ["Portal__SeedRoot"] = folder,
        });

        Assert.Null(portal.Url);
        Assert.Equal(1, await portal.ExitCodeAsync());
        Assert.Contains("The portal does not start.", portal.Said, StringComparison.Ordinal);
        Assert.All(said, words => Assert.Contains(words, portal.Said, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", portal.Said, StringComparison.Ordinal);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var part in Directory.EnumerateDirectories(from)) Copy(part, Path.Combine(to, Path.GetFileName(part)));
    }
}
