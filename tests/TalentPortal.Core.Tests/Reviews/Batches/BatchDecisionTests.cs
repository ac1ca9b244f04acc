using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Batches;
using TalentPortal.Core.Tests.Cases;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Reviews.Batches;

/// <summary>One answer to many tasks is as many decisions.</summary>
public sealed class BatchDecisionTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Decide_WhereAColleagueWasFasterOrARowIsSuspended_TheOthersAreDecided()
    {
        var (tasks, officer) = await ReadyAsync(4);
        var colleague = await new TestPeople(portal.Services).OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        var head = await new TestPeople(portal.Services).DemoAsync(Journey.Office);
        await new Consultations(portal).DecideAsync(colleague, tasks[1], "Accept");
        DeskCase.Done(await new Desk(portal).SuspendAsync(head, tasks[2]));
        var rows = await DecideAsync(officer, tasks, Guid.NewGuid());
        Assert.Equal(tasks, rows.Select(row => row.TaskId));
        Assert.True(rows[0].Answer.Succeeded && rows[3].Answer.Succeeded);
        Assert.Equal(colleague.UserId, Assert.IsType<AlreadyDecided>(rows[1].Answer.Refusal).OfficerId);
        Assert.IsType<CaseSuspended>(rows[2].Answer.Refusal);
        Assert.Equal(3L, await DecisionsAsync(tasks));
    }

    [Fact]
    public async Task Decide_SentTwice_GetsTheFirstAnswers()
    {
        var (tasks, officer) = await ReadyAsync(3);
        var id = Guid.NewGuid();
        var first = await DecideAsync(officer, [.. tasks, tasks[0]], id);
        var again = await DecideAsync(officer, tasks, id);
        Assert.Equal(first.Select(row => row.Answer.Value), again.Select(row => row.Answer.Value));
        Assert.Equal(3L, await DecisionsAsync(tasks));
        Assert.IsType<AlreadyDecided>((await DecideAsync(officer, tasks, Guid.NewGuid()))[0].Answer.Refusal);
    }

    [Fact]
    public async Task Decide_SomebodyElsesOrWithAnAnswerThatTheStepDoesNotKnow_IsRefusedRowByRow()
    {
        var (tasks, officer) = await ReadyAsync(1);
        var stranger = await new TestPeople(portal.Services).OfficerAsync(PortalRole.TownReviewer, "ys-town-zhemu");
        Assert.IsType<CaseNotFound>((await DecideAsync(stranger, tasks, Guid.NewGuid()))[0].Answer.Refusal);
        Assert.IsType<OutcomeUnknown>((await DecideAsync(officer, tasks, Guid.NewGuid(), "Pass"))[0].Answer.Refusal);
        Assert.IsType<GapsMissing>((await DecideAsync(officer, tasks, Guid.NewGuid(), "Supplement"))[0].Answer.Refusal);
        Assert.Equal(0L, await DecisionsAsync(tasks));
    }

    [Fact]
    public async Task Decide_NothingOrTooMuch_IsRefusedWhole()
    {
        var officer = await new TestPeople(portal.Services).OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        Assert.IsType<BatchEmpty>((await TryAsync(officer, [], Guid.NewGuid())).Refusal);
        var many = Enumerable.Range(0, BatchDecisions.Most + 1).Select(_ => Guid.NewGuid()).ToList();
        Assert.Equal(BatchDecisions.Most, Assert.IsType<BatchTooLarge>((await TryAsync(officer, many, Guid.NewGuid())).Refusal).Most);
    }

    [Fact]
    public async Task Decide_CostsEachRowTheRoundTripsOfASingleDecision()
    {
        var (tasks, officer) = await ReadyAsync(6);
        var single = await Statements.OfAsync(() => new Consultations(portal).DecideAsync(officer, tasks[0], "Accept"));
        var batch = await Statements.OfAsync(() => DecideAsync(officer, tasks.GetRange(1, 5), Guid.NewGuid()));
        Assert.Equal(3, single.Count);
        Assert.Equal(5 * single.Count, batch.Count);
    }

    [Fact]
    public async Task Read_SaysWhichAnswersAllOffer_AndWhyOneIsLeftOut()
    {
        var (tasks, officer) = await ReadyAsync(3);
        var colleague = await new TestPeople(portal.Services).OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        await new Consultations(portal).DecideAsync(colleague, tasks[0], "Accept");
        DeskCase.Done(await new Desk(portal).ClaimAsync(colleague, tasks[1]));
        var view = await ReadAsync(officer, [.. tasks, Guid.NewGuid()]);
        Assert.Equal(1, view.Missing);
        Assert.Equal(tasks[2], Assert.Single(view.Taken).TaskId);
        Assert.Equal(["Accept", "Reject"], view.Outcomes);
        Assert.Equal(["Reject"], view.ReasonRequired);
        Assert.IsType<AlreadyDecided>(view.Rows.Single(row => row.TaskId == tasks[0]).WhyNot);
        Assert.IsType<TaskClaimedByOther>(view.Rows.Single(row => row.TaskId == tasks[1]).WhyNot);
    }

    [Fact]
    public async Task Read_AStepWithPoints_OffersOnlyWhatNeedsNone_AndAPanelSeatNothing()
    {
        var desk = await DeskCase.AtTownAsync(portal);
        var view = await ReadAsync(desk.Ann, [await desk.TaskAsync()]);
        Assert.DoesNotContain("Pass", view.Outcomes, StringComparer.Ordinal);
        Assert.NotEmpty(view.Outcomes);
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachPanelAsync();
        var seat = (await journey.PanelTasksAsync())[0];
        var panel = await ReadAsync(await journey.ActorAsync(seat.Expert), [seat.Task]);
        Assert.IsType<NeedsOwnAnswer>(Assert.Single(panel.Rows).WhyNot);
        Assert.Null(panel.Rows[0].SubjectMasked);
    }

    private async Task<(List<Guid> Tasks, Actor Officer)> ReadyAsync(int count)
    {
        var people = new TestPeople(portal.Services);
        var (talent, consultations, tasks) = (await people.TalentAsync(), new Consultations(portal), new List<Guid>());
        for (var number = 0; number < count; number++) tasks.Add((await consultations.SubmitAsync(talent)).Tasks[0].Id);
        return (tasks, await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office"));
    }

    private async Task<IReadOnlyList<BatchRow>> DecideAsync(Actor actor, List<Guid> tasks, Guid id, string outcome = "Accept") =>
        (await TryAsync(actor, tasks, id, outcome)).Value;

    private Task<Result<IReadOnlyList<BatchRow>>> TryAsync(Actor actor, List<Guid> tasks, Guid id, string outcome = "Accept") =>
        portal.Services.GetRequiredService<BatchDecisions>().DecideAsync(actor, new BatchDecision(tasks, outcome, "Seen."),
            Operation.Begin(id, "ReviewTaskDeciding", actor.UserId, role: null, portal.Clock), default);

    private async Task<BatchView> ReadAsync(Actor actor, List<Guid> tasks)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BatchQuery>().ReadAsync(actor, tasks, default);
    }

    private Task<object?> DecisionsAsync(List<Guid> tasks) =>
        portal.Database.ScalarAsync("select count(*) from decisions where task_id = any($1)", tasks.ToArray());
}
