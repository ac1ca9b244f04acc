using System.Text.Json.Nodes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Definitions.Moves;
using TalentPortal.Core.Definitions.Statistics;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Tests.Workflows;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Workflows.Execution.Versions;
using Xunit;

namespace TalentPortal.Core.Tests.Definitions;

/// <summary>Running cases moved to another version, each as a job of its own.</summary>
public sealed class DefinitionMoveTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly Desk desk = new(portal, "details");

    [Fact]
    public async Task Move_CaseThatFits_KeepsItsTaskAndGoesOn()
    {
        var world = await DefinitionDesk.OfAsync(portal);
        await world.PublishedAsync(200, json => json["variables"]!.AsArray().Add(new JsonObject { ["id"] = "v", ["name"] = "V", ["typeName"] = "Int32", ["value"] = "7" }));
        var (officer, submitted) = await AtAnswerAsync();
        var task = await OpenTaskAsync(submitted);
        await desk.ClaimAsync(officer, task);

        var preview = (await world.Service<DefinitionMoves>().PreviewAsync(DefinitionDesk.Consultation, 2, 200, default))!;
        var moved = await MoveAsync(world, 200);

        Assert.Empty(preview.Places);
        Assert.Contains(preview.Cases, one => one.CaseId == submitted && one.Places.SequenceEqual(["answer"]));
        Assert.Contains(moved, one => one.CaseId == submitted && one.State is MoveState.Moved);
        Assert.Equal((200, task), (await VersionAsync(submitted), await OpenTaskAsync(submitted)));
        Assert.Equal("Claimed", await portal.Database.ScalarAsync("select status from review_tasks where id = $1", task));
        Assert.Equal(DefinitionDesk.Why, await portal.Database.ScalarAsync("select reason from case_actions where case_id = $1 and kind = 'WorkflowVersionChanged'", submitted));
        Assert.True((await desk.DecideAsync(officer, task, "Answered")).Succeeded);
        Assert.Equal("Approved", await portal.Database.ScalarAsync("select status from applications where case_id = $1", submitted));
        Assert.Empty(await world.Service<AuditVerifier>().VerifyAsync(default));
    }

    [Fact]
    public async Task Move_CaseAtAStepThatIsGone_GoesOnWhereItIsTold()
    {
        var world = await DefinitionDesk.OfAsync(portal);
        await world.PublishedAsync(201, json => Renamed(json, "answer", "reply"));
        var (officer, submitted) = await AtAnswerAsync();
        var task = await OpenTaskAsync(submitted);

        var place = Assert.Single((await world.Service<DefinitionMoves>().PreviewAsync(DefinitionDesk.Consultation, 2, 201, default))!.Places);
        Assert.Equal(("answer", MisfitReason.Missing, "reply"), (place.ActivityId, place.Reason, place.Suggested));
        Assert.IsType<MoveStepUnknown>((await OrderAsync(world, 201, ("answer", "nowhere"))).Refusal);
        await MoveAsync(world, 201, ("answer", "reply"));

        Assert.Equal(201, await VersionAsync(submitted));
        Assert.Equal("Cancelled", await portal.Database.ScalarAsync("select status from review_tasks where id = $1", task));
        var again = await OpenTaskAsync(submitted);
        Assert.IsType<StepNotReachable>((await desk.ReturnAsync(officer, again, "answer", straightBack: false)).Refusal);
        Assert.True((await desk.ReturnAsync(officer, again, "acceptOffice", straightBack: true)).Succeeded);
        Assert.True((await desk.DecideAsync(officer, await OpenTaskAsync(submitted), "Accept")).Succeeded);
        Assert.True((await desk.DecideAsync(officer, await OpenTaskAsync(submitted), "Answered")).Succeeded);
        Assert.Equal("Approved", await portal.Database.ScalarAsync("select status from applications where case_id = $1", submitted));
        var times = await world.Service<DefinitionStatistics>().StepsAsync(DefinitionDesk.Consultation, default);
        Assert.Contains(times, step => step is { Version: 201, ActivityId: "acceptOffice", Closed: 2, Returns: 1 });
    }

    [Fact]
    public async Task Move_AnyPlaceToAnyChangedCopy_LeavesEachCaseWhole()
    {
        var world = await DefinitionDesk.OfAsync(portal);
        var people = new TestPeople(portal.Services);
        var (officer, talent) = (await people.DemoAsync("office@demo"), await people.TalentAsync());
        for (var seed = 1; seed <= 6; seed++)
        {
            var random = new Random(seed);
            for (var count = 0; count < 4; count++) await StandAsync(random, officer, talent);
            var version = await ChangedAsync(world, random, 300 + 20 * seed);
            var preview = (await world.Service<DefinitionMoves>().PreviewAsync(DefinitionDesk.Consultation, 2, version, default))!;
            await MoveAsync(world, version, [.. preview.Places.Select(place => (place.ActivityId, preview.Steps[random.Next(preview.Steps.Count)].ActivityId))]);
        }

        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from incidents"));
        Assert.Equal(0L, await portal.Database.ScalarAsync(
            """
            select count(*) from applications a where a.closed_at is null and a.submitted_at is not null and not (
              exists (select from review_tasks t where t.case_id = a.case_id and t.status in ('Open', 'Claimed'))
              or exists (select from supplements s where s.case_id = a.case_id and s.status = 'Open'))
            """));
        Assert.Equal(0L, await portal.Database.ScalarAsync(
            "select count(*) from bookmarks b join applications a using (case_id) where a.closed_at is not null"));
        Assert.NotEqual(0L, await portal.Database.ScalarAsync("select count(*) from definition_move_cases where state = 'Moved'"));
        Assert.Empty(await world.Service<AuditVerifier>().VerifyAsync(default));
    }

    /// <summary>A published copy with random changes; those that can't be published are tried again under the next number.</summary>
    private static async Task<int> ChangedAsync(DefinitionDesk world, Random random, int version)
    {
        while (true)
        {
            version++;
            if ((await world.ImportAsync(DefinitionDesk.Copy(version, json => DefinitionChanges.Apply(json, random, "answer")))).Findings.Count > 0) continue;
            if ((await world.CheckAsync(version)).Value > 0) continue;
            Assert.True((await world.PublishAsync(version, world.Publisher)).Succeeded);
            return version;
        }
    }

    private async Task StandAsync(Random random, Actor officer, Actor talent)
    {
        var submitted = (await new Consultations(portal).SubmitAsync(talent)).CaseId;
        if (random.Next(4) == 0) return;
        await desk.DecideAsync(officer, await OpenTaskAsync(submitted), random.Next(3) == 0 ? "Supplement" : "Accept");
    }

    private async Task<(Actor Officer, Guid CaseId)> AtAnswerAsync()
    {
        var people = new TestPeople(portal.Services);
        var officer = await people.DemoAsync("office@demo");
        var submitted = (await new Consultations(portal).SubmitAsync(await people.TalentAsync())).CaseId;
        Assert.True((await desk.DecideAsync(officer, await OpenTaskAsync(submitted), "Accept")).Succeeded);
        return (officer, submitted);
    }

    private static Task<Result<Guid>> OrderAsync(DefinitionDesk world, int version, params (string Place, string Step)[] targets) =>
        world.Service<MoveOrders>().OrderAsync(DefinitionDesk.Consultation, 2, version,
            targets.ToDictionary(one => one.Place, one => one.Step, StringComparer.Ordinal), DefinitionDesk.Why, world.Begin("InstancesMoving", world.Publisher), default);

    private async Task<IReadOnlyList<MovedCase>> MoveAsync(DefinitionDesk world, int version, params (string Place, string Step)[] targets)
    {
        var ordered = await OrderAsync(world, version, targets);
        Assert.True(ordered.Succeeded, ordered.Refusal?.Key);
        while (true)
        {
            await world.Service<JobRunner>().RunDueAsync(default);
            var done = await world.Service<DefinitionMoves>().DoneAsync(ordered.Value, default);
            if (done.All(one => one.State is not MoveState.Waiting)) return done;
            Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from jobs where kind = 'definitions.move-instance' and (status = 'Failed' or last_error is not null)"));
        }
    }

    private static void Renamed(JsonObject json, string old, string id)
    {
        DefinitionDesk.Activity(json, old)["id"] = id;
        foreach (var way in json["root"]!["connections"]!.AsArray())
        {
            foreach (var end in new[] { way!["source"]!, way["target"]! }.Where(end => (string)end["activity"]! == old)) end["activity"] = id;
        }
    }

    private async Task<Guid> OpenTaskAsync(Guid caseId) =>
        (Guid)(await portal.Database.ScalarAsync("select id from review_tasks where case_id = $1 and status in ('Open', 'Claimed')", caseId))!;

    private async Task<int> VersionAsync(Guid caseId) =>
        (int)(await portal.Database.ScalarAsync("select definition_version from workflow_instances where case_id = $1", caseId))!;
}
