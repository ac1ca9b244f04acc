using System.Net;
using TalentPortal.TestCommon.People;
using TalentPortal.Web.Tests.Api;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

/// <summary>What can be done with a task beside deciding, on the page and through the API.</summary>
public sealed class DeskPageTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    [Fact]
    public async Task Get_ShowsWhatTheOfficerMayDoAndNothingElse()
    {
        var task = await TownTaskAsync();
        using var town = await StaffClient.AsAsync(portal, Journey.Town);
        var page = await town.ReadAsync($"/officer/tasks/{task}/actions");
        Assert.Contains("?do=Consult", page, StringComparison.Ordinal);
        Assert.DoesNotContain("?do=Transfer", page, StringComparison.Ordinal); // the town has nobody else
        Assert.DoesNotContain("?do=Terminate", page, StringComparison.Ordinal);
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        var head = await office.ReadAsync($"/officer/tasks/{task}/actions");
        Assert.Contains("?do=Terminate", head, StringComparison.Ordinal);
        Assert.DoesNotContain("?do=Consult", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.Reason", await town.ReadAsync($"/officer/tasks/{task}/actions?do=Terminate"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Consult", "Input_OrganisationId")]
    [InlineData("Transfer", "Input_UserId")]
    [InlineData("Return", "Input_ActivityId")]
    public async Task Post_WithoutAChoice_ComesBackWithTheErrorBesideItsField(string action, string wrong)
    {
        var task = await TownTaskAsync();
        using var town = await StaffClient.AsAsync(portal, Journey.Town);
        using var answer = await town.PostAsync($"/officer/tasks/{task}/actions", Fields(action, "I do not know the orchard."));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"href=\"#{wrong}\"", page, StringComparison.Ordinal);
        Assert.Contains("I do not know the orchard.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_UrgeWithoutAWord_IsDone()
    {
        var task = await TownTaskAsync();
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        using var answer = await office.PostAsync($"/officer/tasks/{task}/actions", Fields("Urge", ""));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from case_actions where task_id = $1 and kind = 'UrgedBySupervisor'", task));
    }

    [Fact]
    public async Task Post_Suspend_IsReadInTheHistoryWithItsReason_AndTheDecisionIsRefused()
    {
        var task = await TownTaskAsync();
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        using (var answer = await office.PostAsync($"/officer/tasks/{task}/actions", Fields("Suspend", "The <i>court</i> asked us to wait.")))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var caseId = (Guid)(await portal.Database.ScalarAsync("select case_id from review_tasks where id = $1", task))!;
        var page = await office.ReadAsync($"/officer/cases/{caseId}");
        Assert.Contains("The &lt;i&gt;court&lt;/i&gt; asked us to wait.", page, StringComparison.Ordinal);
        Assert.Contains($"/officer/tasks/{task}/actions", page, StringComparison.Ordinal);
        using var town = new ApiClient(portal, await portal.ActorAsync(Journey.Town));
        using var refused = await town.PostAsync($"tasks/{task}/decisions", new { outcome = "Reject", reason = "No." });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using (var resumed = await office.PostAsync($"/officer/tasks/{task}/actions", Fields("Resume", "The court has answered.")))
            Assert.Equal(HttpStatusCode.Redirect, resumed.StatusCode);
    }

    [Fact]
    public async Task MoreTime_IsAskedOnThePageAndGivenByTheHeadThroughTheApi()
    {
        var task = await TownTaskAsync();
        using var town = await StaffClient.AsAsync(portal, Journey.Town);
        Assert.Contains("?do=AskExtension", await town.ReadAsync($"/officer/tasks/{task}/actions"), StringComparison.Ordinal);
        using (var asked = await town.PostAsync($"/officer/tasks/{task}/actions", Fields("AskExtension", "Two <b>witnesses</b> are away.")))
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.DoesNotContain("?do=AskExtension", await town.ReadAsync($"/officer/tasks/{task}/actions"), StringComparison.Ordinal);
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        Assert.Contains("Two &lt;b&gt;witnesses&lt;/b&gt; are away.", await office.ReadAsync($"/officer/tasks/{task}/actions?do=ApproveExtension"), StringComparison.Ordinal);
        using var api = new ApiClient(portal, await portal.ActorAsync(Journey.Office));
        using (var given = await api.PostAsync($"tasks/{task}/actions", new { action = "ApproveExtension" }))
            Assert.Equal(HttpStatusCode.NoContent, given.StatusCode);
        using var again = await api.PostAsync($"tasks/{task}/actions", new { action = "RefuseExtension", reason = "No." });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Theory]
    [InlineData("ApproveExtension", HttpStatusCode.Conflict)]
    [InlineData("Terminate", HttpStatusCode.Forbidden)]
    [InlineData("TakeBack", HttpStatusCode.Conflict)]
    [InlineData("Delegate", HttpStatusCode.UnprocessableEntity)]
    public async Task Api_WhatIsNotAllowed_SaysWhy(string action, HttpStatusCode status)
    {
        var task = await TownTaskAsync();
        using var town = new ApiClient(portal, await portal.ActorAsync(Journey.Town));
        using var answer = await town.PostAsync($"tasks/{task}/actions", new { action, reason = "For a reason." });
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Api_ConsultTwiceWithOneKey_AsksOnce()
    {
        var task = await TownTaskAsync();
        var unit = (Guid)(await portal.Database.ScalarAsync("select id from organisations where code = 'ys-agriculture'"))!;
        using var town = new ApiClient(portal, await portal.ActorAsync(Journey.Town));
        for (var time = 0; time < 2; time++)
        {
            using var answer = await town.PostAsync($"tasks/{task}/actions", new { action = "Consult", unit, reason = "Is the orchard known?" }, $"consult-{task}");
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from review_tasks where parent_id = $1", task));
    }

    private async Task<Guid> TownTaskAsync()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachTownAsync();
        return await portal.OpenTaskAsync(journey.CaseId);
    }

    private static Dictionary<string, string> Fields(string action, string reason) => new(StringComparer.Ordinal)
    {
        ["operationId"] = Guid.NewGuid().ToString(),
        ["do"] = action,
        ["Input.Reason"] = reason,
    };
}
