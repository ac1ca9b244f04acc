using System.Text.Json.Nodes;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Kernel;
using TalentPortal.TestCommon.Portals;
using Xunit;
using static TalentPortal.Core.Tests.Orchestration.TestFlows;

namespace TalentPortal.Core.Tests.Definitions;

/// <summary>A definition that the clock starts: brought in, published and retired as administrators do, and what it has started.</summary>
internal sealed class ClockedDefinition(PortalFactory portal, DefinitionDesk desk, string id)
{
    public static JsonObject Cron(string expression, string id = "c") => Trigger(id, "Elsa.Cron", ("cronExpression", Input(expression)));

    public static JsonObject Timer(string interval) => Trigger("t", "Elsa.Timer", ("interval", Input(interval, "TimeSpan")));

    public static JsonObject StartAt(string moment) => Trigger("a", "Elsa.StartAt", ("dateTime", Input(moment, "DateTimeOffset")));

    public static JsonObject Trigger(string id, string type, params (string Name, JsonNode? Value)[] properties) =>
        Activity(id, type, [.. properties, ("customProperties", new JsonObject { ["canStartWorkflow"] = true })]);

    public Task<ImportedDefinition> ImportAsync(int version, params JsonObject[] activities) => desk.ImportAsync(Text(id, version, activities));

    /// <summary>The text of a definition.</summary>
    public static string Text(string id, int version, params JsonObject[] activities) => new JsonObject
    {
        ["id"] = $"{id}-{version}",
        ["definitionId"] = id,
        ["name"] = id,
        ["version"] = version,
        ["root"] = Activity("f", "Elsa.Flowchart", ("activities", new JsonArray([.. activities, Activity("e", "Elsa.End")])),
            ("connections", new JsonArray([.. activities.Select(one => new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = (string)one["id"]!, ["port"] = "Done" },
                ["target"] = new JsonObject { ["activity"] = "e", ["port"] = "In" },
            })]))),
    }.ToJsonString();

    /// <summary>Checks a version and gives what was found.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(int version)
    {
        var found = await desk.Service<DefinitionPublication>().CheckAsync(id, version, desk.Begin("DefinitionChecking", desk.Author), default);
        Assert.True(found.Succeeded);
        return [.. (await desk.Service<DefinitionRegister>().FindAsync(id, version, default))!.Findings.Select(finding => finding.Code)];
    }

    public async Task PublishedAsync(int version, params JsonObject[] activities)
    {
        Assert.Empty((await ImportAsync(version, activities)).Findings);
        Assert.Empty(await FaultsAsync(version));
        Done(await desk.Service<DefinitionPublication>().PublishAsync(id, version, DefinitionDesk.Why, desk.Begin("DefinitionPublishing", desk.Publisher), default));
    }

    public async Task RetiredAsync(int version) =>
        Done(await desk.Service<DefinitionPublication>().RetireAsync(id, version, DefinitionDesk.Why, desk.Begin("DefinitionRetiring", desk.Publisher), default));

    public async Task<DateTimeOffset?> NextAsync() =>
        await portal.Database.ScalarAsync("select next_at from workflow_schedules where definition_id = $1", id) is DateTime next
            ? new DateTimeOffset(next, TimeSpan.Zero) : null;

    public async Task<long> StartsAsync() => (long)(await portal.Database.ScalarAsync("select count(*) from workflow_starts where definition_id = $1", id))!;

    public async Task<long> InstancesAsync() => (long)(await portal.Database.ScalarAsync("select count(*) from workflow_instances where definition_id = $1", id))!;

    private static void Done(Result result) => Assert.True(result.Succeeded, result.Refusal?.ToString());
}
