using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Api;

/// <summary>Listing, taking and answering tasks; a consultation from its hand-in to its answer through the API alone.</summary>
public sealed class TaskRouteTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly TestPeople people = new(portal.Services);

    [Fact]
    public async Task Consultation_FromApplyToAnswer_WalksThroughTheApi()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        using var office = new ApiClient(portal, await people.OfficerAsync(PortalRole.TalentOffice, Applying.TalentOffice));
        var (number, first) = await talent.SubmitAsync();
        Assert.Equal(first, await FindAsync(office, "pool", number));
        using (var claimed = await office.PostAsync($"tasks/{first}/claim", body: null)) Assert.Equal(HttpStatusCode.NoContent, claimed.StatusCode);
        Assert.Equal(first, await FindAsync(office, "mine", number));

        var accepted = await DecideAsync(office, first, new { outcome = "Accept" });
        Assert.Equal(("Accept", "InReview"), (accepted.GetProperty("stepOutcome").GetString(), accepted.GetProperty("status").GetString()));
        var second = await FindAsync(office, "pool", number);
        using (var silent = await office.PostAsync($"tasks/{second}/decisions", new { outcome = "Answered", reason = "\u0000 " }))
        {
            var problem = await ApiClient.AssertProblemAsync(silent, HttpStatusCode.UnprocessableEntity, "ReasonMissing");
            Assert.NotEmpty(problem.ErrorOf("reason"));
        }

        var answered = await DecideAsync(office, second!.Value, new { outcome = "Answered", reason = "Two papers.\u0000" });
        Assert.Equal("Approved", answered.GetProperty("status").GetString());
        var done = await talent.ReadAsync("applications/" + number);
        Assert.Equal("Approved", done.GetProperty("status").GetString());
        Assert.Empty(done.GetProperty("tasks").EnumerateArray());
        Assert.Equal("Two papers.", await portal.Database.ScalarAsync("select reason from decisions where task_id = $1", second.Value));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task List_PageByPage_ShowsEveryTaskOnce()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        using var office = new ApiClient(portal, await people.OfficerAsync(PortalRole.TalentOffice, Applying.TalentOffice));
        var handedIn = new HashSet<Guid>();
        for (var i = 0; i < 5; i++) handedIn.Add((await talent.SubmitAsync()).Task);
        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = await office.ReadAsync($"tasks?scope=pool&limit=2{(after is null ? "" : "&after=" + after)}");
            Assert.InRange(page.GetProperty("tasks").GetArrayLength(), 1, 2);
            seen.AddRange(page.GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("id").GetGuid()));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(handedIn, seen.ToHashSet());
    }

    [Theory]
    [InlineData("scope=all", "scope")]
    [InlineData("scope=", "scope")]
    [InlineData("scope=pool&limit=0", "limit")]
    [InlineData("scope=pool&limit=-1", "limit")]
    [InlineData("scope=pool&limit=201", "limit")]
    [InlineData("scope=pool&limit=99999999999999999999", "limit")]
    [InlineData("scope=pool&limit=ten", "limit")]
    [InlineData("scope=mine&after=nothing", "after")]
    [InlineData("scope=mine&after=20260101.%00", "after")]
    public async Task List_QueryThatIsNone_NamesTheParameter(string query, string parameter)
    {
        using var office = new ApiClient(portal, await people.OfficerAsync(PortalRole.TalentOffice, Applying.TalentOffice));
        using var answer = await office.GetAsync("tasks?" + query);
        var problem = await ApiClient.AssertProblemAsync(answer, HttpStatusCode.UnprocessableEntity, "FieldsNotValid");
        Assert.NotEmpty(problem.ErrorOf(parameter));
    }

    [Fact]
    public async Task Tasks_WithoutTheRole_AreForbiddenAndWithoutATokenUnauthorized()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        var (_, task) = await talent.SubmitAsync();
        using var visitor = new ApiClient(portal);
        foreach (var (client, status) in new[] { (talent, HttpStatusCode.Forbidden), (visitor, HttpStatusCode.Unauthorized) })
        {
            HttpResponseMessage[] answers =
            [
                await client.GetAsync("tasks"),
                await client.PostAsync($"tasks/{task}/claim", body: null),
                await client.PostAsync($"tasks/{task}/decisions", new { outcome = "Accept" }),
            ];
            foreach (var answer in answers)
            {
                using (answer) await ApiClient.AssertProblemAsync(answer, status, $"Status{(int)status}");
            }
        }
    }

    [Fact]
    public async Task Task_OfAnotherUnit_IsNotFound()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        var (number, task) = await talent.SubmitAsync();
        using var town = new ApiClient(portal, await people.OfficerAsync(PortalRole.TownReviewer, "ys-town-zhemu"));
        Assert.Null(await FindAsync(town, "pool", number));
        using (var claim = await town.PostAsync($"tasks/{task}/claim", body: null)) await ApiClient.AssertProblemAsync(claim, HttpStatusCode.NotFound, "CaseNotFound");
        using (var decide = await town.PostAsync($"tasks/{task}/decisions", new { outcome = "Accept" }))
            await ApiClient.AssertProblemAsync(decide, HttpStatusCode.NotFound, "CaseNotFound");
        using (var nothing = await town.PostAsync($"tasks/{Guid.NewGuid()}/claim", body: null)) await ApiClient.AssertProblemAsync(nothing, HttpStatusCode.NotFound, "CaseNotFound");
        using (var noKey = await town.PostAsync("tasks/1/claim", body: null)) Assert.Equal(HttpStatusCode.NotFound, noKey.StatusCode);
    }

    [Fact]
    public async Task Task_TakenByAColleague_IsAConflict()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        var (_, task) = await talent.SubmitAsync();
        using var one = new ApiClient(portal, await people.OfficerAsync(PortalRole.TalentOffice, Applying.TalentOffice));
        using var other = new ApiClient(portal, await people.OfficerAsync(PortalRole.TalentOffice, Applying.TalentOffice), "zh-CN");
        for (var i = 0; i < 2; i++)
        {
            using var claimed = await one.PostAsync($"tasks/{task}/claim", body: null);
            Assert.Equal(HttpStatusCode.NoContent, claimed.StatusCode);
        }

        using var claim = await other.PostAsync($"tasks/{task}/claim", body: null);
        await ApiClient.AssertProblemAsync(claim, HttpStatusCode.Conflict, "TaskClaimedByOther");
        using var decide = await other.PostAsync($"tasks/{task}/decisions", new { outcome = "Accept" });
        var problem = await ApiClient.AssertProblemAsync(decide, HttpStatusCode.Conflict, "TaskClaimedByOther");
        Assert.Matches("[\u4e00-\u9fff]", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Decide_OwnCase_IsForbidden()
    {
        var officer = await people.OfficerAsync(PortalRole.TalentOffice, Applying.TalentOffice);
        using var client = new ApiClient(portal, officer);
        var (_, task) = await client.SubmitAsync();
        using var answer = await client.PostAsync($"tasks/{task}/decisions", new { outcome = "Accept" });
        await ApiClient.AssertProblemAsync(answer, HttpStatusCode.Forbidden, "OfficerIsApplicant");
    }

    [Theory]
    [InlineData("""{ }""", "outcome")]
    [InlineData("""{ "outcome": "Approve" }""", "outcome")]
    [InlineData("""{ "outcome": 1 }""", "outcome")]
    [InlineData("""{ "outcome": "Reject" }""", "reason")]
    [InlineData("""{ "outcome": "Supplement", "gaps": [null] }""", "gaps")]
    [InlineData("""{ "outcome": "Supplement", "gaps": [{ "kind": "field", "target": "details" }] }""", "gaps")]
    [InlineData("""{ "outcome": "Accept", "scores": { "skill": "many" } }""", "scores.skill")]
    [InlineData("""{ "outcome": "Accept", "scores": { "skill\u0000": 1 } }""", "scores")]
    [InlineData("""{ "outcome": "Accept", "scores": { "skill": 1e400 } }""", "scores.skill")]
    [InlineData("""{ "outcome": "Accept", "colour": 1 }""", "colour")]
    public async Task Decide_WithWhatDoesNotFit_NamesTheField(string body, string field)
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        var (number, task) = await talent.SubmitAsync();
        using var office = new ApiClient(portal, await people.OfficerAsync(PortalRole.TalentOffice, Applying.TalentOffice));
        using var answer = await office.SendAsync($"tasks/{task}/decisions", new StringContent(body, Encoding.UTF8, "application/json"));
        var problem = await ApiClient.BodyAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.NotEmpty(problem.ErrorOf(field));
        Assert.Equal("Submitted", (await talent.ReadAsync("applications/" + number)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Decide_StepWithFields_TakesThemAndNamesTheWrongOne()
    {
        var journey = await Journey.BeginAsync(portal);
        var task = journey.Receipt.Tasks[0].Id;
        using var village = new ApiClient(portal, await journey.ActorAsync(Journey.Village));
        using (var refused = await village.PostAsync($"tasks/{task}/decisions", new { outcome = "Recommend", fields = new { votesPresent = 3, colour = 1 } }))
            Assert.NotEmpty((await ApiClient.BodyAsync(refused, HttpStatusCode.UnprocessableEntity)).ErrorOf("colour"));
        using (var refused = await village.PostAsync($"tasks/{task}/decisions", new { outcome = "Recommend", fields = new { votesPresent = 3 } }))
            Assert.NotEmpty((await ApiClient.BodyAsync(refused, HttpStatusCode.UnprocessableEntity)).ErrorOf("votesFor"));

        var fields = new { votesPresent = 3, votesFor = 2, votesAgainst = 0, votedOn = "2026-02-25", voteRecord = "No. 3" };
        Assert.Equal("Recommend", (await DecideAsync(village, task, new { outcome = "Recommend", fields })).GetProperty("stepOutcome").GetString());
    }

    private static async Task<JsonElement> DecideAsync(ApiClient officer, Guid task, object decision)
    {
        using var answer = await officer.PostAsync($"tasks/{task}/decisions", decision);
        return await ApiClient.BodyAsync(answer, HttpStatusCode.Created);
    }

    private static async Task<Guid?> FindAsync(ApiClient officer, string scope, string number)
    {
        var page = await officer.ReadAsync(string.Create(CultureInfo.InvariantCulture, $"tasks?scope={scope}&limit=200"));
        return page.GetProperty("tasks").EnumerateArray().Where(task => task.GetProperty("number").GetString() == number)
            .Select(task => (Guid?)task.GetProperty("id").GetGuid()).SingleOrDefault();
    }
}
