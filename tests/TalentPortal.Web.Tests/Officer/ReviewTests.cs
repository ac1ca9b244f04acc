using System.Net;
using System.Text.Json;
using TalentPortal.Core.Applications;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

public sealed class ReviewTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    [Fact]
    public async Task Get_OwnTask_ShowsAnswersMaskedAndChoicesWithKeys()
    {
        var task = (await portal.SubmitAsync()).Tasks[0].Id;
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        var page = await town.ReadAsync($"/officer/tasks/{task}");

        Assert.Contains("A question about the card.", page, StringComparison.Ordinal);
        Assert.Contains("138****2345", page, StringComparison.Ordinal);
        Assert.DoesNotContain("13877312345", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Accept\"", page, StringComparison.Ordinal);
        Assert.Contains("data-key=\"3\"", page, StringComparison.Ordinal);
        Assert.Contains("data-key=\"Ctrl&#x2B;Enter\"", page.Replace("Ctrl+Enter", "Ctrl&#x2B;Enter", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("town2@demo")]
    [InlineData("department@demo")]
    [InlineData("office@demo")]
    public async Task Get_TaskOfAnotherUnit_IsNotFound(string userName)
    {
        var receipt = await portal.SubmitAsync();
        using var other = await StaffClient.AsAsync(portal, userName);

        using var answer = await other.GetAsync($"/officer/tasks/{receipt.Tasks[0].Id}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("town@demo", HttpStatusCode.OK)]
    [InlineData("office@demo", HttpStatusCode.OK)]
    [InlineData("town2@demo", HttpStatusCode.NotFound)]
    [InlineData("department@demo", HttpStatusCode.NotFound)]
    [InlineData("joint1@demo", HttpStatusCode.NotFound)]
    [InlineData("expert1@demo", HttpStatusCode.NotFound)]
    public async Task GetCase_ByVisibility_IsShownOrNotFound(string userName, HttpStatusCode expected)
    {
        var receipt = await portal.SubmitAsync();
        using var officer = await StaffClient.AsAsync(portal, userName);

        using var answer = await officer.GetAsync($"/officer/cases/{receipt.CaseId}");

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task GetCase_Administrator_SeesNoCase()
    {
        var receipt = await portal.SubmitAsync();
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");

        using var answer = await admin.GetAsync($"/officer/cases/{receipt.CaseId}");

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Post_Accept_MovesTheCaseOn()
    {
        var receipt = await portal.SubmitAsync();
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        using var answer = await DecideAsync(town, receipt.Tasks[0].Id, "Accept", "All is there.");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("InReview", await StatusAsync(receipt.CaseId));
        Assert.Equal("All is there.", await portal.Database.ScalarAsync("select reason from decisions where task_id = $1", receipt.Tasks[0].Id));
    }

    [Fact]
    public async Task Post_TwiceWithOneOperation_DecidesOnce()
    {
        var receipt = await portal.SubmitAsync();
        using var town = await StaffClient.AsAsync(portal, "town@demo");
        var operation = Guid.NewGuid();

        using var first = await DecideAsync(town, receipt.Tasks[0].Id, "Accept", "", operation);
        using var second = await DecideAsync(town, receipt.Tasks[0].Id, "Accept", "", operation);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from decisions where case_id = $1", receipt.CaseId));
    }

    [Fact]
    public async Task Post_ColleagueWasFaster_SaysWhoAndKeepsTheText()
    {
        var receipt = await portal.SubmitAsync(town: null);
        var task = receipt.Tasks[0].Id;
        using var office = await StaffClient.AsAsync(portal, "office@demo");
        await portal.DecideAsync("office@demo", task, "Accept");

        using var answer = await DecideAsync(office, task, "Accept", "What I typed.");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("What I typed.", page, StringComparison.Ordinal);
        Assert.Contains((await portal.ActorAsync("office@demo")).DisplayName, page, StringComparison.Ordinal);
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from decisions where task_id = $1", task));
    }

    [Fact]
    public async Task Post_RejectWithoutReason_IsRefusedAtItsField()
    {
        var receipt = await portal.SubmitAsync();
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        using var answer = await DecideAsync(town, receipt.Tasks[0].Id, "Reject", "");

        Assert.Contains("#Input_Reason", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Submitted", await StatusAsync(receipt.CaseId));
    }

    [Fact]
    public async Task Post_Supplement_AsksForItsGaps()
    {
        var receipt = await portal.SubmitAsync();
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        using var answer = await town.PostAsync($"/officer/tasks/{receipt.Tasks[0].Id}", new()
        {
            ["Input.OperationId"] = Guid.NewGuid().ToString(),
            ["Input.Outcome"] = "Supplement",
            ["Input.Gaps[0].Target"] = "field:details",
            ["Input.Gaps[0].Note"] = "Please say which shop.",
            ["Input.Gaps[1].Target"] = "material:attachment",
            ["Input.Gaps[1].Note"] = "A photo of the notice.",
            ["Input.Gaps[2].Target"] = "",
            ["Input.Gaps[2].Note"] = "",
        });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Supplementing", await StatusAsync(receipt.CaseId));
        var gaps = JsonSerializer.Deserialize<List<SupplementGap>>(
            (string)(await portal.Database.ScalarAsync("select gaps::text from supplements where case_id = $1", receipt.CaseId))!, JsonSerializerOptions.Web)!;
        Assert.Equal([new("field", "details", "Please say which shop."), new("material", "attachment", "A photo of the notice.")], gaps);
    }

    [Fact]
    public async Task Post_SupplementWithoutGaps_IsRefused()
    {
        var receipt = await portal.SubmitAsync();
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        using var answer = await DecideAsync(town, receipt.Tasks[0].Id, "Supplement", "");

        Assert.Contains("#Input_Gaps", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Submitted", await StatusAsync(receipt.CaseId));
    }

    [Fact]
    public async Task PostAddGap_WithoutScript_KeepsWhatWasTyped()
    {
        var task = (await portal.SubmitAsync()).Tasks[0].Id;
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        using var answer = await town.PostAsync($"/officer/tasks/{task}?handler=AddGap", new()
        {
            ["Input.Outcome"] = "Supplement",
            ["Input.Reason"] = "Typed before.",
            ["Input.Gaps[0].Note"] = "First gap.",
        });
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("Typed before.", page, StringComparison.Ordinal);
        Assert.Contains("First gap.", page, StringComparison.Ordinal);
        Assert.Contains("Input.Gaps[1].Note", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostClaimAndRelease_OnTheReview_MoveTheTask()
    {
        var task = (await portal.SubmitAsync()).Tasks[0].Id;
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        using var claimed = await town.PostAsync($"/officer/tasks/{task}?handler=Claim", []);
        Assert.Equal("Claimed", await portal.Database.ScalarAsync("select status from review_tasks where id = $1", task));
        using var released = await town.PostAsync($"/officer/tasks/{task}?handler=Release", []);
        Assert.Equal("Open", await portal.Database.ScalarAsync("select status from review_tasks where id = $1", task));
    }

    [Fact]
    public async Task TalentAsksTownAcceptsOfficeAnswers()
    {
        var receipt = await portal.SubmitAsync();
        using var town = await StaffClient.AsAsync(portal, "town@demo");
        using var office = await StaffClient.AsAsync(portal, "office@demo");
        (await DecideAsync(town, receipt.Tasks[0].Id, "Accept", "Accepted.")).Dispose();

        var task = await portal.OpenTaskAsync(receipt.CaseId);
        var page = await office.ReadAsync($"/officer/tasks/{task}");
        Assert.Contains("Accepted.", page, StringComparison.Ordinal);
        var outcome = (string)(await portal.Database.ScalarAsync(
            "select s.settings->'outcomes'->>0 from review_steps s join review_tasks t on t.step_id = s.id where t.id = $1", task))!;
        using var answer = await DecideAsync(office, task, outcome, "At every partner shop.");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Approved", await StatusAsync(receipt.CaseId));
    }

    private async Task<string> StatusAsync(Guid caseId) =>
        (string)(await portal.Database.ScalarAsync("select status from applications where case_id = $1", caseId))!;

    private static Task<HttpResponseMessage> DecideAsync(StaffClient officer, Guid task, string outcome, string reason, Guid? operation = null) =>
        officer.PostAsync($"/officer/tasks/{task}", new()
        {
            ["Input.OperationId"] = (operation ?? Guid.NewGuid()).ToString(),
            ["Input.Outcome"] = outcome,
            ["Input.Reason"] = reason,
        });
}
