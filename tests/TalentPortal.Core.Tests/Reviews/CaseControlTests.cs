using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;
using static TalentPortal.Core.Tests.Reviews.DeskCase;

namespace TalentPortal.Core.Tests.Reviews;

/// <summary>Suspend, resume, end, urge, copy, a second supplement.</summary>
public sealed class CaseControlTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Suspended_NothingIsDoneAndTheClockStandsStill()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Refused<SupervisorOnly>(await desk.Desk.SuspendAsync(desk.Ann, task));
        Done(await desk.Desk.SuspendAsync(desk.Head, task));
        Refused<CaseSuspended>(await desk.Desk.SuspendAsync(desk.Head, task));
        Assert.IsType<CaseSuspended>((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Refusal);
        Refused<CaseSuspended>(await desk.Desk.ClaimAsync(desk.Ann, task));
        Assert.Equal("suspension", await desk.ScalarAsync(
            "select stops->0->>'reason' from deadlines where case_id = $1 and kind = 'Promise' and stops->0->>'to' is null"));
        var due = await desk.ScalarAsync("select due_on from deadlines where case_id = $1 and kind = 'Promise'");
        await desk.Journey.PassDaysAsync(2);
        Done(await desk.Desk.ResumeAsync(desk.Head, task));
        Refused<CaseNotSuspended>(await desk.Desk.ResumeAsync(desk.Head, task));
        Assert.True((DateOnly)(await desk.ScalarAsync("select due_on from deadlines where case_id = $1 and kind = 'Promise'"))! > (DateOnly)due!);
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Succeeded);
        Assert.Equal("case-suspended,case-resumed", await desk.ScalarAsync(
            "select string_agg(template, ',' order by created_at) from outbox_messages where case_id = $1 and template like 'case-%'"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Terminated_NothingIsLeft(bool suspended)
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        if (suspended) Done(await desk.Desk.SuspendAsync(desk.Head, task));
        Refused<SupervisorOnly>(await desk.Desk.TerminateAsync(desk.Ann, task));
        Done(await desk.Desk.TerminateAsync(desk.Head, task));
        await desk.Journey.AssertEndedAsync("Terminated");
        Assert.Equal("For a good reason.", await desk.ScalarAsync("select outcome_reason from applications where case_id = $1"));
        Assert.False((await desk.Desk.TerminateAsync(desk.Head, task)).Succeeded);
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Applicant_UrgesOnceAWorkingDayAndASupervisorAnyTime()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.UrgeAsApplicantAsync(desk.Journey.Talent, desk.Journey.CaseId));
        Refused<UrgedToday>(await desk.Desk.UrgeAsApplicantAsync(desk.Journey.Talent, desk.Journey.CaseId));
        Refused<CaseNotFound>(await desk.Desk.UrgeAsApplicantAsync(desk.Ann, desk.Journey.CaseId));
        Done(await desk.Desk.UrgeAsync(desk.Head, task));
        Done(await desk.Desk.UrgeAsync(desk.Head, task));
        Refused<SupervisorOnly>(await desk.Desk.UrgeAsync(desk.Ann, task));
        await desk.Journey.PassDaysAsync(1);
        Done(await desk.Desk.UrgeAsApplicantAsync(desk.Journey.Talent, desk.Journey.CaseId));
        Assert.True((long)(await desk.ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'task-urged'"))! >= 4);
    }

    [Fact]
    public async Task Copied_TheColleagueReadsTheCase()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        var other = await desk.Journey.ActorAsync("town2@demo");
        var visibility = portal.Services.GetRequiredService<CaseVisibility>();
        Assert.False(await visibility.SeesAsync(other, desk.Journey.CaseId, default));
        Done(await desk.Desk.CopyAsync(desk.Ann, task, other));
        Refused<CopiedAlready>(await desk.Desk.CopyAsync(desk.Ann, task, other));
        Refused<ColleagueWithoutRight>(await desk.Desk.CopyAsync(desk.Ann, task, await desk.Journey.ActorAsync("expert1@demo")));
        Refused<ColleagueWithoutRight>(await desk.Desk.CopyAsync(desk.Ann, task, desk.Journey.Talent));
        Assert.True(await visibility.SeesAsync(other, desk.Journey.CaseId, default));
        Assert.IsType<CaseNotFound>((await desk.Desk.DecideAsync(other, task, "Pass", 10)).Refusal);
    }

    [Fact]
    public async Task SecondSupplementOfAUnit_NeedsASupervisorsReason()
    {
        var desk = await AtTownAsync(portal);
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, await desk.TaskAsync(), "Supplement")).Succeeded);
        await desk.Journey.SupplyAsync();
        var task = await desk.TaskAsync();
        Assert.IsType<SecondSupplementNotAllowed>((await desk.Desk.DecideAsync(desk.Ann, task, "Supplement")).Refusal);
        Refused<SupervisorOnly>(await desk.Desk.AllowSupplementAsync(desk.Ann, task));
        Done(await desk.Desk.AllowSupplementAsync(desk.Head, task));
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, task, "Supplement")).Succeeded);
    }
}
