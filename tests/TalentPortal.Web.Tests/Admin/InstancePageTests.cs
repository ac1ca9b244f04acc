using System.Net;
using TalentPortal.TestCommon.People;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Admin;

/// <summary>Workflow instances and what is done with their incidents, on the administrator's pages.</summary>
public sealed class InstancePageTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    [Fact]
    public async Task Get_Instances_AreFilteredByDefinitionVersionAndStatus()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");

        Assert.Contains(stopped.InstanceId, await admin.ReadAsync("/admin/instances?definition=talent-consultation&version=99&status=Faulted"), StringComparison.Ordinal);
        Assert.DoesNotContain(stopped.InstanceId, await admin.ReadAsync("/admin/instances?definition=talent-recognition"), StringComparison.Ordinal);
        Assert.DoesNotContain(stopped.InstanceId, await admin.ReadAsync("/admin/instances?status=Finished"), StringComparison.Ordinal);
        Assert.DoesNotContain(stopped.InstanceId, await admin.ReadAsync("/admin/instances?version=12345&after=x_y"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Instance_ShowsDrawingIncidentVariablesByNameAndJournal()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);
        await SetAsync(stopped, "kept to itself");
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");

        var page = await admin.ReadAsync($"/admin/instances/{stopped.InstanceId}");

        Assert.Contains("data-state=\"stopped\"", page, StringComparison.Ordinal);
        Assert.Contains($"/admin/incidents/{stopped.IncidentId}", page, StringComparison.Ordinal);
        Assert.Contains("?variable=1%3Anote#variables", page, StringComparison.Ordinal);
        Assert.Contains("Portal.Review", page, StringComparison.Ordinal);
        Assert.DoesNotContain("kept to itself", page, StringComparison.Ordinal);
        using var nothing = await admin.GetAsync("/admin/instances/nothing");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task PostReveal_WithAReason_ShowsTheValueOnceAndIsInTheAudit()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);
        await SetAsync(stopped, "kept <to> itself");
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");
        var path = $"/admin/instances/{stopped.InstanceId}?handler=Reveal";

        using var without = await admin.PostAsync(path, new() { ["variable"] = "1:note", ["OperationId"] = Guid.NewGuid().ToString() });
        Assert.Contains("href=\"#Reason\"", await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var unknown = await admin.PostAsync(path, Reveal("1:nothing"));
        Assert.DoesNotContain("data-revealed", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0L, await CountAsync(stopped));

        using var shown = await admin.PostAsync(path, Reveal("1:note"));

        Assert.Contains("kept &lt;to&gt; itself", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1L, await CountAsync(stopped));
    }

    [Theory]
    [InlineData("Skipped", "Input.Outcome", "Perhaps")]
    [InlineData("VariableSet", "Input.Variable", "1:nothing")]
    [InlineData("Moved", "Input.ActivityId", "nowhere")]
    public async Task Post_WhatCanNotBe_ComesBackWithTheErrorBesideItsField(string deed, string field, string value)
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");

        foreach (var handler in new[] { "", "?handler=Run" })
        {
            using var answer = await admin.PostAsync($"/admin/incidents/{stopped.IncidentId}{handler}", Fields(deed, (field, value)));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains($"href=\"#{field.Replace('.', '_')}\"", page, StringComparison.Ordinal);
            Assert.Contains("Because it must.", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_Skip_SaysWhatWillHappenAndDoesNothingYet_RunDoesIt()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");
        var path = $"/admin/incidents/{stopped.IncidentId}";
        Assert.Contains("href=\"?do=Skipped\"", await admin.ReadAsync(path), StringComparison.Ordinal);

        using (var asked = await admin.PostAsync(path, Fields("Skipped", ("Input.Outcome", "Done"))))
            Assert.Contains("handler=Run", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(true, await portal.Database.ScalarAsync("select deed is null from incidents where id = $1", stopped.IncidentId));
        using var done = await admin.PostAsync(path + "?handler=Run", Fields("Skipped", ("Input.Outcome", "Done")));

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal("Skipped", await portal.Database.ScalarAsync("select deed from incidents where id = $1", stopped.IncidentId));
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        Assert.Contains(Presentation.Rendering.Texts["Reviews.Event.IncidentSkipped"].Value,
            WebUtility.HtmlDecode(await office.ReadAsync($"/officer/cases/{stopped.CaseId}")), StringComparison.Ordinal);
        using var late = await admin.PostAsync(path + "?handler=Run", Fields("Moved", ("Input.ActivityId", "acceptOffice")));
        Assert.Contains("tp-errors", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Move_LetsTheStepBeChosenOnTheDrawing()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");

        var page = await admin.ReadAsync($"/admin/incidents/{stopped.IncidentId}?do=Moved&at=acceptOffice");

        Assert.Contains("href=\"?do=Moved&amp;at=answer\"", page, StringComparison.Ordinal);
        Assert.Matches("<option selected=\"selected\" value=\"acceptOffice\"", page);
    }

    private static Dictionary<string, string> Fields(string deed, (string Name, string Value) field) => new(StringComparer.Ordinal)
    {
        ["OperationId"] = Guid.NewGuid().ToString(),
        ["do"] = deed,
        ["Input.Reason"] = "Because it must.",
        [field.Name] = field.Value,
    };

    private static Dictionary<string, string> Reveal(string variable) => new(StringComparer.Ordinal)
    {
        ["OperationId"] = Guid.NewGuid().ToString(),
        ["variable"] = variable,
        ["Reason"] = "SettleIncident",
    };

    private Task<object?> SetAsync(StoppedConsultation stopped, string value) => portal.Database.ScalarAsync(
        "update workflow_instances set state = jsonb_set(state::jsonb, '{runs,0,variables}', jsonb_build_object('note', $2))::json where id = $1",
        stopped.InstanceId, value);

    private Task<object?> CountAsync(StoppedConsultation stopped) => portal.Database.ScalarAsync(
        "select count(*) from operation_events where type = 'VariableUnmasked' and facts->>'instance' = $1", stopped.InstanceId);
}
