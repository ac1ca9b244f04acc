using TalentPortal.Core.Accounts;
using TalentPortal.Core.Reviews;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>Ways of a case that are not straight ahead: back to an earlier step, past a reviewer who was added, out of a stop.</summary>
[Collection(PortalCollection.Name)]
public sealed class CaseWaysJourneyTests(JourneyPortal portal, ChromiumFixture chromium)
{
    [Fact]
    public async Task CaseGoesBackToAnEarlierStepAndTheHistorySaysWhy()
    {
        const string Why = "受理时漏看了联系电话，请重新核对。";
        var (caseId, task) = await AcceptedAsync();
        await using var officer = await OfficerAsync();
        await officer.OpenAsync($"/officer/tasks/{task}/actions?do=Return");
        await officer.Page.CheckAsync("input[name='Input.ActivityId'][value='acceptOffice']");
        await officer.TypeAsync("Input.Reason", Why);
        await officer.PressAsync("main form button.btn-primary");
        await officer.StandAtAsync("/officer");
        await officer.OpenAsync($"/officer/cases/{caseId}");
        Assert.Contains(Why, await officer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("accept", await portal.Database.ScalarAsync("select step_code from review_tasks where case_id = $1 and status = 'Open'", caseId));
    }

    [Fact]
    public async Task ReviewerIsAddedBeforeAndTheOpinionIsReadBeforeSigning()
    {
        var (caseId, task) = await AcceptedAsync();
        var colleague = await new TestPeople(portal.Services).OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        portal.Names.Add(colleague.DisplayName);
        await using var officer = await OfficerAsync();
        await officer.OpenAsync($"/officer/tasks/{task}/actions?do=AddBefore");
        await officer.ChooseAsync("Input.UserId", colleague.UserId.ToString());
        await officer.TypeAsync("Input.Reason", "请先看看政策依据。");
        await officer.PressAsync("main form button.btn-primary");
        await officer.StandAtAsync("/officer");
        var added = (Guid)(await portal.Database.ScalarAsync("select id from review_tasks where parent_id = $1 and status <> 'Closed'", task))!;
        Assert.True((await new Desk(portal).DecideAsync(colleague, added, ReviewTaskKinds.Agree)).Succeeded);
        await officer.OpenAsync($"/officer/tasks/{task}");
        Assert.Contains(colleague.DisplayName, await officer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await officer.ChooseAsync("Input.Outcome", "Answered");
        await officer.TypeAsync("Input.Reason", "带身份证和土地流转合同即可。");
        await officer.PressAsync(".tp-sign button");
        Assert.Equal("Approved", await portal.Database.ScalarAsync("select status from applications where case_id = $1", caseId));
    }

    [Fact]
    public async Task StoppedWorkflowIsRescuedAndTheCaseGoesOn()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);
        await using var admin = await Visitor.ArriveAsync(portal, chromium);
        await admin.SignInAsync("admin@demo");
        await admin.OpenAsync("/admin/incidents");
        await admin.PressAsync($"main a[href$='/admin/incidents/{stopped.IncidentId}']");
        await admin.PressAsync("main a[href='?do=Skipped']");
        await admin.ChooseAsync("Input.Outcome", "Done");
        await admin.TypeAsync("Input.Reason", "脚本缺变量，跳过这一步。");
        await admin.PressAsync("main form button.btn-primary");
        await admin.PressAsync("main form[action*='Run'] button.btn-primary");
        Assert.Equal("Skipped", await portal.Database.ScalarAsync("select deed from incidents where id = $1", stopped.IncidentId));
        Assert.Equal("answer", await portal.Database.ScalarAsync("select step_code from review_tasks where case_id = $1 and status = 'Open'", stopped.CaseId));
    }

    private async Task<Visitor> OfficerAsync()
    {
        var officer = await Visitor.ArriveAsync(portal, chromium);
        await officer.SignInAsync(Journey.Office);
        return officer;
    }

    /// <summary>A question that the office has accepted and answers next.</summary>
    private async Task<(Guid CaseId, Guid Task)> AcceptedAsync()
    {
        var people = new TestPeople(portal.Services);
        var consultations = new Consultations(portal);
        var receipt = await consultations.SubmitAsync(await people.TalentAsync());
        await consultations.DecideAsync(await people.DemoAsync(Journey.Office), receipt.Tasks[0].Id, "Accept");
        return (receipt.CaseId, (Guid)(await portal.Database.ScalarAsync(
            "select id from review_tasks where case_id = $1 and step_code = 'answer'", receipt.CaseId))!);
    }
}
