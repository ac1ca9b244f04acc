using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Workflows.Definitions;
using Xunit;

namespace TalentPortal.Core.Tests.Orchestration;

/// <summary>Small definitions in a portal's database, and cases that run them.</summary>
internal sealed class TestFlows(PortalFactory portal)
{
    public async Task AddAsync(string id, params JsonObject[] activities)
    {
        var definition = new JsonObject
        {
            ["definitionId"] = id,
            ["version"] = 1,
            ["isPublished"] = true,
            ["inputs"] = new JsonArray(new JsonObject { ["type"] = "Object", ["name"] = "Given" }),
            ["outputs"] = new JsonArray(new JsonObject { ["type"] = "Object", ["name"] = "Out" }),
            ["root"] = Activity("s", "Elsa.Sequence", ("activities", new JsonArray([.. activities]))),
        };
        await ExecuteAsync(
            "insert into workflow_definitions (definition_id, version, checksum, content, loaded_at) values ($1, 1, $1, $2, $3) on conflict do nothing",
            id, definition.ToJsonString(), portal.Clock.GetUtcNow());
        await portal.Services.GetRequiredService<WorkflowDefinitions>().LoadAsync(CancellationToken.None);
    }

    /// <summary>A case of its own that runs the definition.</summary>
    public async Task<Guid> StartAsync(string definition)
    {
        var (cases, orchestrator) = (portal.Services.GetRequiredService<CaseTransaction>(), portal.Services.GetRequiredService<Orchestrator>());
        var created = new Case { Id = Ids.New(), Kind = CaseKind.Workflow, DistrictId = 1, CreatedAt = portal.Clock.GetUtcNow() };
        var result = await cases.CreateAsync(created, Portal("TestStarting"), async (work, ct) =>
        {
            await orchestrator.StartAsync(work, definition, 1, input: null, ct);
            return Result.Of(true);
        }, default);
        Assert.True(result.Succeeded, result.Refusal?.ToString());
        return created.Id;
    }

    public async Task<bool> PublishAsync(Guid caseId, string name)
    {
        var (cases, orchestrator) = (portal.Services.GetRequiredService<CaseTransaction>(), portal.Services.GetRequiredService<Orchestrator>());
        var result = await cases.RunAsync(caseId, Portal("TestTelling"), async (work, ct) => Result.Of(await orchestrator.PublishAsync(work, name, null, ct)), default);
        return result is { Succeeded: true, Value: true };
    }

    public async Task CancelAsync(Guid caseId)
    {
        var (cases, orchestrator) = (portal.Services.GetRequiredService<CaseTransaction>(), portal.Services.GetRequiredService<Orchestrator>());
        var result = await cases.RunAsync(caseId, Portal("TestEnding"), async (work, ct) =>
        {
            await orchestrator.CancelAllAsync(work, ct);
            return Result.Success;
        }, default);
        Assert.True(result.Succeeded, result.Refusal?.ToString());
    }

    public async Task RetryAsync(Guid caseId)
    {
        var (cases, orchestrator) = (portal.Services.GetRequiredService<CaseTransaction>(), portal.Services.GetRequiredService<Orchestrator>());
        var result = await cases.RunAsync(caseId, Portal("TestRetrying"), async (work, ct) =>
            Result.Of(await orchestrator.RetryAsync(work, work.Rows<IncidentRow>().Single().Id, ct)), default);
        Assert.True(result is { Succeeded: true, Value: true });
    }

    public async Task SkipAsync(Guid caseId, string outcome)
    {
        var (cases, orchestrator) = (portal.Services.GetRequiredService<CaseTransaction>(), portal.Services.GetRequiredService<Orchestrator>());
        var result = await cases.RunAsync(caseId, Portal("TestSkipping"), async (work, ct) =>
            Result.Of(await orchestrator.SkipAsync(work, work.Rows<IncidentRow>().Single().Id, outcome, ct)), default);
        Assert.True(result is { Succeeded: true, Value: true });
    }

    /// <summary>How the case's instance stands: status and sub-status.</summary>
    public async Task<string?> StateAsync(Guid caseId) =>
        (string?)await portal.Database.ScalarAsync("select status || ' ' || sub_status from workflow_instances where case_id = $1", caseId);

    /// <summary>The case that another one's workflow dispatched last.</summary>
    public async Task<Guid> ChildAsync(Guid parent) => (Guid)(await portal.Database.ScalarAsync(
        "select case_id from workflow_instances where dispatched_from = $1 order by created_at desc, id desc limit 1", parent))!;

    public Task<object?> ScalarAsync(string sql, params object[] values) => portal.Database.ScalarAsync(sql, values);

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = portal.Database.DataSource.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync();
    }

    public static JsonObject Activity(string id, string type, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in properties) activity[name] = value;
        return activity;
    }

    public static JsonObject Input(JsonNode value, string type = "String", string expression = "Literal") => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = expression, ["value"] = value },
    };

    public static JsonObject Dispatch(string definition, bool awaited = true) => Activity("d", DispatchedName,
        ("workflowDefinitionId", Input(definition)), ("waitForCompletion", Input(awaited, "Boolean")),
        ("correlationId", Input("of the parent")), ("input", Input("({ Given: 7 })", "ObjectDictionary", "JavaScript")));

    public static JsonObject Event(string name) => Activity(name, "Elsa.Event", ("eventName", Input(name)));

    private static string DispatchedName => TalentPortal.Workflows.Execution.DispatchedWorkflow.BookmarkName;

    private Operation Portal(string type) => Operation.OfPortal(type, portal.Services.GetRequiredService<TimeProvider>());
}
