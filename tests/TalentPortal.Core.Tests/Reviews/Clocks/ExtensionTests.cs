using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Reviews.Clocks;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;
using static TalentPortal.Core.Tests.Reviews.DeskCase;

namespace TalentPortal.Core.Tests.Reviews.Clocks;

/// <summary>
/// Accepted on Friday 6 March 2026, thirty working days end on Monday 20 April (6 April is off); ten more end on Thursday 7 May (1 to 5 May
/// are off). The town's five days end on 13 March, fifteen on 27 March.
/// </summary>
public sealed class ExtensionTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    private static readonly DateOnly Due = new(2026, 4, 20);
    private static readonly DateOnly Extended = new(2026, 5, 7);

    public Task InitializeAsync()
    {
        portal.Clock.Set(At(3, 2));
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Approved_CaseAndStepGetTenDaysAndTheApplicantIsToldWhy()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Assert.Equal(Due, await PromiseAsync(desk));
        Done(await desk.Desk.AskExtensionAsync(desk.Ann, task, "The orchard lies\r\nunder water."));
        Assert.Equal(Due, await PromiseAsync(desk));
        Done(await desk.Desk.DecideExtensionAsync(desk.Head, task, approve: true, ""));
        Assert.Equal(Extended, await PromiseAsync(desk));
        Assert.Equal(new DateOnly(2026, 3, 27), await desk.ScalarAsync("select due_on from review_tasks where case_id = $1 and step_code = 'town'"));
        Assert.Equal("extension 2026-04-20 2026-05-07", await desk.ScalarAsync(
            "select (facts->>'because') || ' ' || (facts->>'from') || ' ' || (facts->>'to') from operation_events where stream_id = $1 and type = 'DueDayMoved'"));
        Assert.Equal("case-extended,extension-approved,extension-asked", await desk.ScalarAsync(
            "select string_agg(template, ',' order by template) from outbox_messages where case_id = $1 and (template like 'extension-%' or template = 'case-extended')"));
        var mail = await MailAsync(desk);
        Assert.Contains("The orchard lies under water.", mail, StringComparison.Ordinal);
        Assert.Contains("2026年5月7日", mail, StringComparison.Ordinal);
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task AskedByTheUnitsOnlyHead_TheTalentOfficeIsToldAndDecides()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        await portal.Database.ScalarAsync("update appointments set supervises = true where user_id = $1", desk.Ann.UserId);
        portal.Services.GetRequiredService<TalentPortal.Core.Accounts.ActorCache>().Forget(desk.Ann.UserId);
        try
        {
            Done(await desk.Desk.ClaimAsync(desk.Ann, task));
            Done(await desk.Desk.AskExtensionAsync(desk.Ann, task));
            Assert.Equal(desk.Head.UserId, await desk.ScalarAsync("select recipient_id from outbox_messages where case_id = $1 and template = 'extension-asked'"));
            Refused<ExtensionAskedByOneself>(await desk.Desk.DecideExtensionAsync(await desk.Journey.ActorAsync(desk.Ann.UserId), task, approve: true));
            Done(await desk.Desk.DecideExtensionAsync(desk.Head, task, approve: true));
            Assert.Equal(Extended, await PromiseAsync(desk));
        }
        finally
        {
            await portal.Database.ScalarAsync("update appointments set supervises = false where user_id = $1", desk.Ann.UserId);
        }
    }

    [Fact]
    public async Task AskedByTheTalentOfficesOnlyHead_TheLeadingGroupIsToldAndDecides()
    {
        var people = new TestPeople(portal.Services);
        var (head, leader, town) = (await people.DemoAsync(Journey.Office), await people.DemoAsync(Journey.Leader), await people.DemoAsync(Journey.Town));
        var questions = new Consultations(portal);
        var receipt = await questions.SubmitAsync(await people.TalentAsync());
        await questions.DecideAsync(head, receipt.Tasks[0].Id, "Accept");
        var task = (Guid)(await portal.Database.ScalarAsync("select id from review_tasks where case_id = $1 and status = 'Open'", receipt.CaseId))!;
        var (extensions, desk) = (portal.Services.GetRequiredService<Extensions>(), await DeskAsync(leader, task));
        Assert.Null(desk);
        Refused<CaseNotFound>(await extensions.ApproveAsync(leader, task, "", Begin(leader), default));

        Done(await extensions.AskAsync(head, task, "The answer needs the bureau.", Begin(head), default));

        Assert.Equal(leader.UserId, await portal.Database.ScalarAsync(
            "select recipient_id from outbox_messages where case_id = $1 and template = 'extension-asked'", receipt.CaseId));
        Assert.Equal([DeskAction.ApproveExtension, DeskAction.RefuseExtension], (await DeskAsync(leader, task))!.Actions);
        Refused<ExtensionAskedByOneself>(await extensions.ApproveAsync(head, task, "", Begin(head), default));
        Refused<CaseNotFound>(await extensions.ApproveAsync(town, task, "", Begin(town), default));
        Done(await extensions.ApproveAsync(leader, task, "", Begin(leader), default));
        Assert.Null(await DeskAsync(leader, task));
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from case_actions where case_id = $1 and kind = 'ExtensionApproved'", receipt.CaseId));
    }

    [Fact]
    public async Task Refused_TheDateStaysAndNobodyAsksAgain()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.AskExtensionAsync(desk.Ann, task));
        Refused<ReasonMissing>(await desk.Desk.DecideExtensionAsync(desk.Head, task, approve: false, " "));
        Done(await desk.Desk.DecideExtensionAsync(desk.Head, task, approve: false));
        Refused<ExtensionDecidedAlready>(await desk.Desk.DecideExtensionAsync(desk.Head, task, approve: true));
        Refused<ExtensionAskedAlready>(await desk.Desk.AskExtensionAsync(desk.Ben, task));
        Assert.Equal(Due, await PromiseAsync(desk));
        Assert.Equal(0L, await desk.ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'case-extended'"));
    }

    [Fact]
    public async Task Wrong_EachGetsItsAnswer()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Refused<ExtensionNotAsked>(await desk.Desk.DecideExtensionAsync(desk.Head, task, approve: true));
        Refused<ReasonMissing>(await desk.Desk.AskExtensionAsync(desk.Ann, task, "\t"));
        Refused<CaseNotFound>(await desk.Desk.AskExtensionAsync(desk.Journey.Talent, task));
        Done(await desk.Desk.AskExtensionAsync(desk.Ann, task));
        Refused<ExtensionAskedAlready>(await desk.Desk.AskExtensionAsync(desk.Ann, task));
        Refused<SupervisorOnly>(await desk.Desk.DecideExtensionAsync(desk.Ben, task, approve: true));
        Done(await desk.Desk.SuspendAsync(desk.Head, task));
        Refused<CaseSuspended>(await desk.Desk.DecideExtensionAsync(desk.Head, task, approve: true));
        Refused<CaseSuspended>(await desk.Desk.AskExtensionAsync(desk.Ann, task));
    }

    [Fact]
    public async Task AskedByTheHead_SomebodyElseDecides()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        await portal.Database.ScalarAsync("update appointments set supervises = true where user_id = $1", desk.Cid.UserId);
        portal.Services.GetRequiredService<TalentPortal.Core.Accounts.ActorCache>().Forget(desk.Cid.UserId);
        var head = await desk.Journey.ActorAsync(desk.Cid.UserId);
        Done(await desk.Desk.AskExtensionAsync(head, task));
        Refused<ExtensionAskedByOneself>(await desk.Desk.DecideExtensionAsync(head, task, approve: true));
        Done(await desk.Desk.DecideExtensionAsync(desk.Head, task, approve: true));
        Assert.Equal(Extended, await PromiseAsync(desk));
        await portal.Database.ScalarAsync("update appointments set supervises = false where user_id = $1", desk.Cid.UserId);
    }

    [Fact]
    public async Task AfterTheLastDay_NothingIsGiven()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.AskExtensionAsync(desk.Ann, task));
        portal.Clock.Set(At(3, 2));
        var late = await AtTownAsync(portal);
        portal.Clock.Set(At(4, 21));
        Refused<ExtensionTooLate>(await desk.Desk.DecideExtensionAsync(desk.Head, task, approve: true));
        Refused<ExtensionTooLate>(await late.Desk.AskExtensionAsync(late.Ann, await late.TaskAsync()));
        Done(await desk.Desk.DecideExtensionAsync(desk.Head, task, approve: false));
    }

    [Fact]
    public async Task StepGoneOn_TheHeadDecidesFromTheNextOneAndAClosedCaseGetsNothing()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.AskExtensionAsync(desk.Ann, task));
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Succeeded);
        var next = await desk.TaskAsync();
        Done(await desk.Desk.DecideExtensionAsync(desk.Head, next, approve: true));
        Assert.Equal(Extended, await PromiseAsync(desk));
        // Ten working days from 6 March: the department's own time did not grow.
        Assert.Equal(new DateOnly(2026, 3, 20), await desk.ScalarAsync("select due_on from review_tasks where case_id = $1 and step_code = 'department'"));

        var closed = await AtTownAsync(portal);
        var last = await closed.TaskAsync();
        Done(await closed.Desk.AskExtensionAsync(closed.Ann, last));
        Done(await closed.Desk.TerminateAsync(closed.Head, last));
        Refused<TaskNotOpen>(await closed.Desk.DecideExtensionAsync(closed.Head, last, approve: true));
        Refused<TaskNotOpen>(await closed.Desk.AskExtensionAsync(closed.Ann, last));
    }

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 9, 0, 0, TimeSpan.FromHours(8));

    private static Task<object?> PromiseAsync(DeskCase desk) => desk.ScalarAsync("select due_on from deadlines where case_id = $1 and kind = 'Promise'");

    private async Task<string> MailAsync(DeskCase desk)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var message = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking()
            .SingleAsync(row => row.CaseId == desk.Journey.CaseId && row.Template == MessageTemplates.CaseExtended);
        Assert.Equal(desk.Journey.Talent.UserId, message.RecipientId);
        return (await scope.ServiceProvider.GetRequiredService<MessageComposer>().ComposeAsync(message, default)).Value.Text;
    }

    private Operation Begin(Actor actor) => Operation.Begin(Guid.NewGuid(), "ExtensionDeciding", actor.UserId, role: null, portal.Clock);

    private async Task<DeskView?> DeskAsync(Actor actor, Guid task)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeskQuery>().ReadAsync(actor, task, default);
    }
}
