using System.Globalization;
using System.Net;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.TestCommon.People;
using TalentPortal.Web.Pages.Officer;
using TalentPortal.Web.Tests.Lists;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

/// <summary>What is past its last day is listed for who has it, who heads them, and the leaders; and each stop is told with its days.</summary>
public sealed class OverdueTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    private WorkingCalendar Calendar => portal.Get<WorkingCalendar>();

    private PortalTimeZone Zone => portal.Get<PortalTimeZone>();

    [Fact]
    public async Task Late_IsListedWithDaysOverForThoseItConcerns()
    {
        var late = await portal.SubmitAsync();
        var stopped = await portal.SubmitAsync();
        var head = await portal.ActorAsync(Journey.Office);
        Assert.True((await portal.Get<CaseControls>().SuspendAsync(head, stopped.Tasks[0].Id, "Wait.", Operation.Begin(Guid.NewGuid(), "T", head.UserId, role: null, portal.Clock), default)).Succeeded);
        var due = (DateOnly)(await portal.Database.ScalarAsync("select due_on from review_tasks where id = $1", late.Tasks[0].Id))!;
        portal.Clock.Set(Zone.StartOf(due).AddHours(12));
        using (var inTime = await StaffClient.AsAsync(portal, Journey.Town))
            Assert.DoesNotContain($"/officer/tasks/{late.Tasks[0].Id}", await inTime.ReadAsync("/officer/overdue"), StringComparison.Ordinal);

        portal.Clock.Set(Zone.StartOf(Calendar.AddWorkingDays(due, 2).On).AddHours(12));
        using var town = await StaffClient.AsAsync(portal, Journey.Town);
        var page = await town.ReadAsync("/officer/overdue");
        Assert.Contains($"/officer/tasks/{late.Tasks[0].Id}", page, StringComparison.Ordinal);
        Assert.Contains("2 个工作日", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Li Xiaolan", page, StringComparison.Ordinal);
        Assert.DoesNotContain(NumberText.Short(stopped.Number), page, StringComparison.Ordinal);
        foreach (var (who, sees) in new[] { ("town2@demo", false), (Journey.Leader, true), (Journey.Office, true) })
        {
            using var other = await StaffClient.AsAsync(portal, who);
            Assert.Equal(sees, (await other.ReadAsync("/officer/overdue")).Contains(NumberText.Short(late.Number), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Export_HasARowForTheCaseAndNoFormula()
    {
        var late = await portal.SubmitAsync(name: "=1+1");
        var due = (DateOnly)(await portal.Database.ScalarAsync("select due_on from review_tasks where id = $1", late.Tasks[0].Id))!;
        portal.Clock.Set(Zone.StartOf(Calendar.AddWorkingDays(due, 1).On).AddHours(12));
        using var town = await StaffClient.AsAsync(portal, Journey.Town);
        var rows = await Exported.FromAsync(town, "/officer/overdue?handler=Export", new() { ["purpose"] = "CaseWork" });
        var row = Assert.Single(rows, row => row.Contains(NumberText.Grouped(late.Number)));
        Assert.Contains((due.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture), row);
        Assert.DoesNotContain("=1+1", row);
        using var nobody = await StaffClient.AsAsync(portal, "talent@demo");
        using var denied = await nobody.GetAsync("/officer/overdue");
        Assert.NotEqual(HttpStatusCode.OK, denied.StatusCode);
    }

    [Fact]
    public async Task Stop_IsToldWithItsReasonAndDaysToOfficersAndTheApplicant()
    {
        var receipt = await portal.SubmitAsync();
        await portal.DecideAsync(Journey.Town, receipt.Tasks[0].Id, "Accept");
        var task = (Guid)(await portal.Database.ScalarAsync("select id from review_tasks where case_id = $1 and status = 'Open'", receipt.CaseId))!;
        var head = await portal.ActorAsync(Journey.Office);
        var first = Zone.Today;
        Assert.True((await portal.Get<CaseControls>().SuspendAsync(head, task, "Wait.", Operation.Begin(Guid.NewGuid(), "T", head.UserId, role: null, portal.Clock), default)).Succeeded);
        portal.Clock.Set(Zone.StartOf(Calendar.AddWorkingDays(first, 3).On).AddHours(9));
        Assert.True((await portal.Get<CaseControls>().ResumeAsync(head, task, "Go on.", Operation.Begin(Guid.NewGuid(), "T", head.UserId, role: null, portal.Clock), default)).Succeeded);
        var clock = (await portal.DeadlinesAsync(receipt.CaseId)).Single(row => row.Kind is DeadlineKind.Promise);
        // The first day is day 0 and does not count anyway: two days of the stop are left out of the count.
        Assert.Equal(2, Assert.Single(portal.Get<CaseClocks>().StoppedTimes(clock, Zone.Today)).WorkingDays);
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        Assert.Contains("暂停办理</td>", await office.ReadAsync($"/officer/cases/{receipt.CaseId}"), StringComparison.Ordinal);
        using var talent = await StaffClient.AsAsync(portal, "talent@demo");
        Assert.Contains("暂停办理</td>", await talent.ReadAsync($"/cases/{receipt.Number}/days"), StringComparison.Ordinal);
    }
}
