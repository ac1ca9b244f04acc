using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Tests.Orchestration;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;
using static TalentPortal.Core.Tests.Orchestration.TestFlows;

namespace TalentPortal.Core.Tests.Reviews;

/// <summary>A definition asks each holder of a role: one task each, and nobody at all is an incident that can be mended.</summary>
public sealed class VotingStepTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly TestFlows flows = new(portal);

    [Fact]
    public async Task Each_GivesEveryHolderATask_AndTheRatioOfAllDecides()
    {
        var people = new TestPeople(portal.Services);
        var voters = new List<Actor>();
        for (var number = 0; number < 3; number++) voters.Add(await people.OfficerAsync(PortalRole.LeadingGroup, await UnitAsync()));
        var caseId = await VoteAsync("votes");
        var tasks = await TasksAsync(caseId, voters);
        Assert.All(tasks, task => Assert.NotEqual(Guid.Empty, task));
        var desk = new Desk(portal);
        Assert.IsType<CaseNotFound>((await desk.DecideAsync(voters[1], tasks[0], "Agree")).Refusal);
        Assert.Null((await desk.DecideAsync(voters[0], tasks[0], "Agree")).Value.StepOutcome);
        Assert.Null((await desk.DecideAsync(voters[1], tasks[1], "Disagree")).Value.StepOutcome);
        Assert.Equal("Agree", (await desk.DecideAsync(voters[2], tasks[2], "Agree")).Value.StepOutcome);
    }

    [Fact]
    public async Task Any_TheFirstAnswerIsTheSteps_AndTheOthersAreSpared()
    {
        var (caseId, voters) = await VotersAsync("any-of-them", "Any");
        var tasks = await TasksAsync(caseId, voters);
        var desk = new Desk(portal);
        Assert.Equal("Agree", (await desk.DecideAsync(voters[1], tasks[1], "Agree")).Value.StepOutcome);
        Assert.IsType<TaskNotOpen>((await desk.DecideAsync(voters[0], tasks[0], "Disagree")).Refusal);
        Assert.Equal(0L, await flows.ScalarAsync("select count(*) from review_tasks t join review_steps s on s.id = t.step_id where t.case_id = $1 and s.policy = 'Any' "
            + "and s.activity_id = 'v' and t.status not in ('Closed', 'Cancelled')", caseId));
    }

    [Theory]
    [InlineData("all-agree", "Agree", "Agree")]
    [InlineData("all-but-one", "Disagree", "Disagree")]
    public async Task All_WaitsForEveryAnswer_AndOneWhoDisagreesDecides(string definition, string second, string outcome)
    {
        var (caseId, voters) = await VotersAsync(definition, "All");
        var tasks = await TasksAsync(caseId, voters);
        var desk = new Desk(portal);
        Assert.Null((await desk.DecideAsync(voters[0], tasks[0], "Agree")).Value.StepOutcome);
        var answer = (await desk.DecideAsync(voters[1], tasks[1], second)).Value.StepOutcome;
        Assert.Equal(second is "Agree" ? null : outcome, answer);
        if (second is "Agree") Assert.Equal(outcome, (await desk.DecideAsync(voters[2], tasks[2], "Agree")).Value.StepOutcome);
        else Assert.IsType<TaskNotOpen>((await desk.DecideAsync(voters[2], tasks[2], "Agree")).Refusal);
    }

    [Fact]
    public async Task InOrder_OneAfterTheOther_AndNobodyBeforeTheTurn()
    {
        var (caseId, voters) = await VotersAsync("one-by-one", "InOrder");
        var desk = new Desk(portal);
        for (var turn = 0; turn < voters.Count; turn++)
        {
            var assignee = (Guid)(await flows.ScalarAsync("select assignee_id from review_tasks where case_id = $1 and step_code = 'accept' and assignee_id is not null and status = 'Open'", caseId))!;
            var next = voters.Single(voter => voter.UserId == assignee);
            var waiting = await flows.ScalarAsync("select id from review_tasks where case_id = $1 and assignee_id is not null and status = 'Waiting' order by position desc limit 1", caseId) as Guid?;
            if (waiting is { } early)
            {
                var last = voters.Single(voter => voter.UserId == (Guid)flows.ScalarAsync("select assignee_id from review_tasks where id = $1", early).GetAwaiter().GetResult()!);
                Assert.IsType<TaskNotOpen>((await desk.DecideAsync(last, early, "Agree")).Refusal);
            }

            var task = (await TasksAsync(caseId, [next]))[0];
            Assert.Equal(turn == voters.Count - 1 ? "Agree" : null, (await desk.DecideAsync(next, task, "Agree")).Value.StepOutcome);
        }
    }

    [Fact]
    public async Task NobodyToVote_IsAnIncidentThatSaysSo_AndGoesOnOnceThereIsSomebody()
    {
        var caseId = await VoteAsync("no-votes", PortalRole.DepartmentReviewer);
        Assert.Contains("Nobody can act in step", (string)(await flows.ScalarAsync("select reason from incidents where case_id = $1", caseId))!, StringComparison.Ordinal);
        Assert.Equal(1L, await flows.ScalarAsync("select count(*) from review_tasks where case_id = $1 and status = 'Open'", caseId));
        var voter = await new TestPeople(portal.Services).OfficerAsync(PortalRole.DepartmentReviewer, await UnitAsync());
        await flows.RetryAsync(caseId);
        var task = (await TasksAsync(caseId, [voter]))[0];
        Assert.Equal("Agree", (await new Desk(portal).DecideAsync(voter, task, "Agree")).Value.StepOutcome);
    }

    /// <summary>A vote of three officers of a role that nobody else holds in the unit.</summary>
    private async Task<(Guid CaseId, List<Actor> Voters)> VotersAsync(string definition, string policy)
    {
        var people = new TestPeople(portal.Services);
        var unit = await UnitAsync();
        await flows.ExecuteAsync("delete from appointments where role = 'TalentOffice' and organisation_id = (select id from organisations where code = $1)", unit);
        var voters = new List<Actor>();
        for (var number = 0; number < 3; number++) voters.Add(await people.OfficerAsync(PortalRole.TalentOffice, unit));
        return (await VoteAsync(definition, PortalRole.TalentOffice, policy), voters);
    }

    /// <summary>A case in which, beside its own workflow, a vote is begun.</summary>
    private async Task<Guid> VoteAsync(string definition, PortalRole role = PortalRole.LeadingGroup, string policy = "Ratio")
    {
        await flows.AddAsync(definition, Activity("v", "Portal.Review", ("step", Input("accept")), ("role", Input(role.ToString())), ("scope", Input("Unit")),
            ("unit", Input(await UnitAsync())), ("policy", Input(policy)), ("ratio", Input(0.6, "Double")), ("each", Input(true, "Boolean")),
            ("dissentOutcome", Input("Disagree")), ("outcomes", Input("[\"Agree\", \"Disagree\"]", "String[]", "Object")), ("reasonRequired", Input("[\"Disagree\"]", "String[]", "Object"))));
        var receipt = await new Consultations(portal).SubmitAsync(await new TestPeople(portal.Services).TalentAsync());
        var begun = await portal.Services.GetRequiredService<CaseTransaction>().RunAsync(receipt.CaseId, Operation.OfPortal("TestStarting", portal.Clock),
            async (work, ct) =>
            {
                await portal.Services.GetRequiredService<Orchestrator>().StartAsync(work, definition, 1, input: null, ct);
                return Result.Success;
            }, default);
        Assert.True(begun.Succeeded, begun.Refusal?.ToString());
        return receipt.CaseId;
    }

    /// <summary>A unit in which nobody of the demonstration holds a role.</summary>
    private async Task<string> UnitAsync() => (string)(await portal.Database.ScalarAsync(
        "select code from organisations o where code like 'ys-%' and not exists (select from appointments a join portal_users u on u.id = a.user_id where a.organisation_id = o.id and u.is_demo) order by code limit 1"))!;

    private async Task<List<Guid>> TasksAsync(Guid caseId, List<Actor> voters)
    {
        var tasks = new List<Guid>();
        foreach (var voter in voters)
            tasks.Add(await flows.ScalarAsync("select id from review_tasks where case_id = $1 and assignee_id = $2 and status = 'Open'", caseId, voter.UserId) as Guid? ?? Guid.Empty);
        return tasks;
    }
}
