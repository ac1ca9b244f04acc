using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.TestCommon.People;

/// <summary>Cases that wait to be published together: beside its own workflow, a question runs one that does nothing but publish it.</summary>
/// <param name="portal">Where.</param>
public sealed class ReadyCases(PortalFactory portal)
{
    private const string Definition = "gathered-notice";

    /// <summary>Makes some that go together.</summary>
    public async Task<IReadOnlyList<Guid>> MakeAsync(int count, string level = "junior")
    {
        await AddDefinitionAsync(level);
        var people = new TestPeople(portal.Services);
        var cases = new List<Guid>();
        while (cases.Count < count)
        {
            var caseId = (await new Consultations(portal).SubmitAsync(await people.TalentAsync())).CaseId;
            var begun = await portal.Services.GetRequiredService<CaseTransaction>().RunAsync(caseId, Operation.OfPortal("TestStarting", portal.Clock), async (work, ct) =>
            {
                await portal.Services.GetRequiredService<Orchestrator>().StartAsync(work, $"{Definition}-{level}", 1, input: null, ct);
                return Result.Success;
            }, default);
            if (!begun.Succeeded) throw new InvalidOperationException(begun.Refusal.ToString());
            cases.Add(caseId);
        }

        return cases;
    }

    private async Task AddDefinitionAsync(string level)
    {
        var notice = new JsonObject { ["id"] = "n", ["type"] = "Portal.PublicNotice", ["version"] = 1 };
        foreach (var (name, value) in new[] { ("kind", "District"), ("step", "answer"), ("unit", "ys-talent-office"), ("level", level), ("gather", "Always") })
            notice[name] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
        var definition = new JsonObject
        {
            ["definitionId"] = $"{Definition}-{level}",
            ["version"] = 1,
            ["isPublished"] = true,
            ["root"] = new JsonObject { ["id"] = "s", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray(notice) },
        };
        await portal.Database.ScalarAsync(
            "insert into workflow_definitions (definition_id, version, checksum, content, loaded_at) values ($1, 1, $1, $2, $3) on conflict do nothing",
            $"{Definition}-{level}", definition.ToJsonString(), portal.Clock.GetUtcNow());
        await portal.Services.GetRequiredService<WorkflowDefinitions>().LoadAsync(CancellationToken.None);
    }
}
