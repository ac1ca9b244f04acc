using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Orchestration;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.TestCommon.People;

/// <summary>A question whose workflow stopped after it was accepted: a script reads a variable that nothing has set.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="IncidentId">What stopped it.</param>
/// <param name="InstanceId">The workflow.</param>
public sealed record StoppedConsultation(Guid CaseId, string Number, string IncidentId, string InstanceId)
{
    /// <summary>The version of the definition that stops.</summary>
    public const int Version = 99;

    /// <summary>The activity that stops.</summary>
    public const string Stopping = "toAccept";

    private const string File = "talent-consultation";

    /// <summary>The talent office takes a new question, and the workflow stops.</summary>
    public static async Task<StoppedConsultation> MakeAsync(PortalFactory portal)
    {
        await AddDefinitionAsync(portal);
        var questions = new Consultations(portal);
        var receipt = await questions.SubmitAsync(await new TestPeople(portal.Services).TalentAsync());
        await portal.Database.ScalarAsync(
            "update workflow_instances set definition_version = $2, state = replace(state::text, $3, $4)::json where case_id = $1",
            receipt.CaseId, Version, $"{File}-2", $"{File}-{Version}");
        var task = (Guid)(await portal.Database.ScalarAsync("select id from review_tasks where case_id = $1", receipt.CaseId))!;
        await questions.DecideAsync(await new TestPeople(portal.Services).DemoAsync(Journey.Office), task, "Accept");
        var incident = (string)(await portal.Database.ScalarAsync("select id from incidents where case_id = $1 and resolved_at is null", receipt.CaseId))!;
        var instance = (string)(await portal.Database.ScalarAsync("select id from workflow_instances where case_id = $1", receipt.CaseId))!;
        return new StoppedConsultation(receipt.CaseId, receipt.Number, incident, instance);
    }

    /// <summary>The portal's definition with a script before the acceptance that wants a variable.</summary>
    private static async Task AddDefinitionAsync(PortalFactory portal)
    {
        var path = Path.Combine(Repository.Root, "workflows", File + ".json");
        var definition = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(path))!;
        (definition["id"], definition["version"], definition["isPublished"]) = ($"{File}-{Version}", Version, false);
        definition["variables"] = new JsonArray(new JsonObject
        {
            ["id"] = "note",
            ["name"] = "note",
            ["typeName"] = "String",
            ["storageDriverTypeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
        });
        // In the place of a join, so that the flowchart keeps its shape and a running instance fits.
        var activities = definition["root"]!["activities"]!.AsArray();
        var join = activities.Single(one => (string?)one!["id"] == Stopping)!.AsObject();
        join["type"] = "Elsa.WriteLine";
        join.Remove("mode");
        join["text"] = new JsonObject
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "return variables.note.toUpperCase();" },
        };
        await portal.Database.ScalarAsync(
            "insert into workflow_definitions (definition_id, version, checksum, content, loaded_at) values ($1, $2, 'stops', $3, $4) on conflict do nothing",
            File, Version, definition.ToJsonString(), portal.Clock.GetUtcNow());
        await portal.Services.GetRequiredService<WorkflowDefinitions>().LoadAsync(CancellationToken.None);
    }
}
