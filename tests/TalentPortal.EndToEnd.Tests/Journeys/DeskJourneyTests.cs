using TalentPortal.Core.Accounts;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>At a desk of the talent office: a stand-in decides for somebody who is away, and ticked tasks are answered together.</summary>
[Collection(PortalCollection.Name)]
public sealed class DeskJourneyTests(JourneyPortal portal, ChromiumFixture chromium)
{
    private const string Reason = "材料齐全，可以受理。";

    [Fact]
    public async Task StandInDecidesWhatTheAbsentOneHadAndTheHistorySaysForWhom()
    {
        var (tasks, absent) = await WaitingAsync(1);
        var office = await new TestPeople(portal.Services).DemoAsync(Journey.Office);
        var desk = new Desk(portal);
        Assert.True((await desk.ClaimAsync(absent, tasks[0])).Succeeded);
        Assert.True((await desk.BeAwayAsync(absent, office)).Succeeded);
        await using var standIn = await Visitor.ArriveAsync(portal, chromium);
        await standIn.SignInAsync(Journey.Office);
        await standIn.OpenAsync("/officer?scope=Mine");
        await standIn.PressAsync($"tbody a[href*='/officer/tasks/{tasks[0]}?']");
        Assert.Contains($"您代 {absent.DisplayName} 办理", await standIn.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await standIn.ChooseAsync("Input.Outcome", "Accept");
        await standIn.PressAsync(".tp-sign button");
        await standIn.StandAtAsync("/officer");
        var caseId = await portal.Database.ScalarAsync("select case_id from review_tasks where id = $1", tasks[0]);
        await standIn.OpenAsync($"/officer/cases/{caseId}");
        Assert.Contains($"（代 {absent.DisplayName}）", await standIn.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThreeTickedTasksAreAnsweredTogetherAndAColleagueWasFasterWithOne()
    {
        var (tasks, colleague) = await WaitingAsync(3);
        await using var officer = await Visitor.ArriveAsync(portal, chromium);
        await officer.SignInAsync(Journey.Office);
        await officer.OpenAsync("/officer?scope=Pool");
        foreach (var task in tasks) await officer.Page.CheckAsync($"tbody input[value='{task}']");
        await officer.PressAsync(".tp-bulk button.btn-primary");
        await officer.StandAtAsync("/officer/batch");
        await new Consultations(portal).DecideAsync(colleague, tasks[1], "Accept");
        await officer.ChooseAsync("Input.Outcome", "Accept");
        await officer.TypeAsync("Input.Reason", Reason);
        await officer.PressAsync("main form[method=post] button.btn-primary");
        Assert.Equal(2, await officer.Page.Locator("tbody .tp-tag[data-kind=ok]").CountAsync());
        Assert.Contains(colleague.DisplayName, await officer.Page.InnerTextAsync("tbody tr:has([data-kind=info])"), StringComparison.Ordinal);
        Assert.Equal(3L, await portal.Database.ScalarAsync("select count(*) from decisions where task_id = any($1)", tasks.ToArray()));
    }

    /// <summary>Questions that wait at the office, and one of its people.</summary>
    private async Task<(List<Guid> Tasks, Actor Colleague)> WaitingAsync(int count)
    {
        var people = new TestPeople(portal.Services);
        var (talent, consultations, tasks) = (await people.TalentAsync(), new Consultations(portal), new List<Guid>());
        for (var number = 0; number < count; number++) tasks.Add((await consultations.SubmitAsync(talent)).Tasks[0].Id);
        var colleague = await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        portal.Names.Add(colleague.DisplayName);
        return (tasks, colleague);
    }
}
