using System.Net;
using TalentPortal.Core.Accounts;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Api;

/// <summary>Everything that a desk does with a task, through the API alone.</summary>
public sealed class ActionRouteTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Why = "For a good reason.";
    private const string TaskSql = "select id from review_tasks where case_id = $1 and kind = 'Main' and status in ('Open', 'Claimed', 'Waiting') order by created_at desc limit 1";

    private const string AddedSql = "select id from review_tasks where case_id = $1 and parent_id is not null and status in ('Open', 'Claimed') order by created_at desc limit 1";

    private readonly TestPeople people = new(portal.Services);

    [Fact]
    public async Task Actions_OnOneCase_EachDoesWhatItSays()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachTownAsync();
        var (ann, ben, head) = (await TownAsync(), await TownAsync(), await people.DemoAsync(Journey.Office));
        using var first = new ApiClient(portal, ann);
        using var second = new ApiClient(portal, ben);
        using var office = new ApiClient(portal, head);
        var task = (Guid)(await journey.ScalarAsync(TaskSql))!;
        var unit = (Guid)(await portal.Database.ScalarAsync("select id from organisations where code = 'ys-education'"))!;

        await DoneAsync(first, task, "claim", body: null);
        await DoneAsync(first, task, "release", body: null);
        await DoneAsync(first, task, new { action = "Transfer", reason = Why, user = ben.UserId });
        await DoneAsync(office, task, new { action = "Assign", reason = Why, user = ann.UserId });
        await DoneAsync(first, task, new { action = "Copy", user = ben.UserId });
        foreach (var action in new[] { "AddBefore", "Delegate" })
        {
            await DoneAsync(first, task, new { action, reason = Why, user = ben.UserId });
            await DoneAsync(first, task, new { action = "Remove", addedTask = (Guid)(await journey.ScalarAsync(AddedSql))! });
        }

        await DoneAsync(first, task, new { action = "Consult", reason = Why, unit });
        await DoneAsync(first, task, new { action = "AskExtension", reason = Why });
        await DoneAsync(office, task, new { action = "ApproveExtension" });
        await DoneAsync(office, task, new { action = "Urge" });
        await DoneAsync(office, task, new { action = "AllowSupplement", reason = Why });
        await DoneAsync(office, task, new { action = "Suspend", reason = Why });
        using (var suspended = await first.PostAsync($"tasks/{task}/actions", new { action = "Consult", reason = Why, unit }))
            await ApiClient.AssertProblemAsync(suspended, HttpStatusCode.Conflict, "CaseSuspended");
        await DoneAsync(office, task, new { action = "Resume", reason = Why });
        Assert.True((await new Desk(portal).DecideAsync(ann, task, "Pass", 10)).Succeeded);
        await DoneAsync(first, task, new { action = "TakeBack", reason = Why });
        task = (Guid)(await journey.ScalarAsync(TaskSql))!;
        foreach (var action in new[] { "AddBeside", "AddAfter" }) await DoneAsync(first, task, new { action, reason = Why, user = ben.UserId });
        await DoneAsync(first, task, new { action = "Return", reason = Why, activity = "recommend", straightBack = true });
        task = (Guid)(await journey.ScalarAsync(TaskSql))!;
        await DoneAsync(office, task, new { action = "Terminate", reason = Why });
        Assert.Equal("Terminated", await journey.StatusAsync());
    }

    [Fact]
    public async Task Actions_ThatCannotBe_SayWhyAndChangeNothing()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachTownAsync();
        var (ann, stranger) = (await TownAsync(), await people.TalentAsync());
        using var town = new ApiClient(portal, ann);
        var task = (Guid)(await journey.ScalarAsync(TaskSql))!;

        foreach (var (body, status, code) in new (object, HttpStatusCode, string)[]
        {
            (new { action = "Transfer", reason = Why, user = ann.UserId }, HttpStatusCode.UnprocessableEntity, "PassedToOneself"),
            (new { action = "Transfer", reason = Why, user = stranger.UserId }, HttpStatusCode.UnprocessableEntity, "ColleagueWithoutRight"),
            (new { action = "Transfer", user = ann.UserId }, HttpStatusCode.UnprocessableEntity, "ReasonMissing"),
            (new { action = "Return", reason = Why, activity = "nowhere" }, HttpStatusCode.UnprocessableEntity, "StepNotReachable"),
            (new { action = "Terminate", reason = Why }, HttpStatusCode.Forbidden, "SupervisorOnly"),
            (new { action = "RefuseExtension", reason = Why }, HttpStatusCode.Conflict, "ExtensionNotAsked"),
        })
        {
            using var answer = await town.PostAsync($"tasks/{task}/actions", body);
            await ApiClient.AssertProblemAsync(answer, status, code);
        }

        Assert.Equal(0L, await journey.ScalarAsync("select count(*) from case_actions where case_id = $1"));
        Assert.Equal("Open", await portal.Database.ScalarAsync("select status from review_tasks where id = $1", task));
    }

    private Task<Actor> TownAsync() => people.OfficerAsync(PortalRole.TownReviewer, "ys-town-yanshan");

    private static Task DoneAsync(ApiClient client, Guid task, object body) => DoneAsync(client, task, "actions", body);

    private static async Task DoneAsync(ApiClient client, Guid task, string route, object? body)
    {
        using var answer = await client.PostAsync($"tasks/{task}/{route}", body);
        Assert.True(answer.StatusCode is HttpStatusCode.NoContent, $"{body ?? route}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
