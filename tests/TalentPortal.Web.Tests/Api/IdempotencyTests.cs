using System.Net;
using System.Text.Json;
using TalentPortal.Core.Accounts;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Api;

/// <summary>A key sent again: the first answer, once.</summary>
public sealed class IdempotencyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly TestPeople people = new(portal.Services);

    [Fact]
    public async Task Post_SameKeyAgain_GetsTheSameAnswerAndOneCase()
    {
        var actor = await people.TalentAsync();
        using var talent = new ApiClient(portal, actor);
        var first = await SubmitAsync(talent, Applying.Consultation(), "key");
        var second = await SubmitAsync(talent, Applying.Consultation(), "key");
        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal(1L, await CountAsync(actor));
    }

    [Fact]
    public async Task Post_SameKeyFromAnotherAccount_IsAnotherIntent()
    {
        using var one = new ApiClient(portal, await people.TalentAsync());
        using var other = new ApiClient(portal, await people.TalentAsync());
        var first = await SubmitAsync(one, Applying.Consultation(), "shared");
        var second = await SubmitAsync(other, Applying.Consultation(), "shared");
        Assert.NotEqual(first.GetProperty("number").GetString(), second.GetProperty("number").GetString());
    }

    [Fact]
    public async Task Post_SameKeyWithAnotherBody_IsRefused()
    {
        var actor = await people.TalentAsync();
        using var talent = new ApiClient(portal, actor);
        await SubmitAsync(talent, Applying.Consultation(), "changed");
        foreach (var other in new[] { Applying.Consultation("Another question"), new { serviceItem = "RC320001", answers = new { } } })
        {
            using var answer = await talent.PostAsync("applications", other, "changed");
            await ApiClient.AssertProblemAsync(answer, HttpStatusCode.UnprocessableEntity, "OperationIdReused");
        }

        Assert.Equal(1L, await CountAsync(actor));
    }

    [Theory]
    [InlineData(null, "IdempotencyKeyMissing")]
    [InlineData("", "IdempotencyKeyMissing")]
    [InlineData("two words", "IdempotencyKeyNotValid")]
    [InlineData("long", "IdempotencyKeyNotValid")]
    public async Task Post_WithoutAProperKey_IsRefused(string? key, string code)
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        using var answer = await talent.PostAsync("applications", Applying.Consultation(), key is "long" ? new string('k', 201) : key);
        await ApiClient.AssertProblemAsync(answer, HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Post_SameKeyTenTimesAtOnce_MakesOneCase()
    {
        var actor = await people.TalentAsync();
        using var talent = new ApiClient(portal, actor);
        var body = await RecognitionAsync(talent);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SubmitAsync(talent, body, "at-once")));
        Assert.Single(answers.Select(answer => answer.GetRawText()).Distinct(StringComparer.Ordinal));
        Assert.Equal(1L, await CountAsync(actor));
    }

    /// <summary>The first submit ties the account to its person; the actor in memory knew none when the second one came.</summary>
    [Fact]
    public async Task Post_FirstSubmitOfAPersonReplayed_GetsTheFirstAnswer()
    {
        var actor = await people.TalentAsync();
        using var talent = new ApiClient(portal, actor);
        var body = await RecognitionAsync(talent);
        var first = await SubmitAsync(talent, body, "replayed");
        var second = await SubmitAsync(talent, body, "replayed");
        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    /// <summary>The same at another portal, whose memory still holds an actor without a person.</summary>
    [Fact]
    public async Task Post_FirstSubmitReplayedAtAnotherPortal_GetsTheFirstAnswerAndThePersonMayGoOn()
    {
        var actor = await people.TalentAsync();
        using var here = new ApiClient(portal, actor);
        await using var other = portal.WithWebHostBuilder(_ => { });
        using var there = new ApiClient(other, actor);
        using (var warm = await there.GetAsync("applications/none")) Assert.Equal(HttpStatusCode.NotFound, warm.StatusCode);

        var citizenId = RecognitionForms.NextCitizenId();
        var body = await RecognitionAsync(here, citizenId);
        var first = await SubmitAsync(here, body, "elsewhere");
        var second = await SubmitAsync(there, body, "elsewhere");
        Assert.Equal(first.GetRawText(), second.GetRawText());

        using var again = await there.PostAsync("applications", body, "a-new-intent");
        await ApiClient.AssertProblemAsync(again, HttpStatusCode.Conflict, "ApplicationAlreadyOpen");
        using var stranger = await there.PostAsync("applications", await RecognitionAsync(here), "somebody-else");
        await ApiClient.AssertProblemAsync(stranger, HttpStatusCode.UnprocessableEntity, "SubjectIsSomebodyElse");
    }

    /// <summary>Two intents that meet the same new person at once: the slower one sees what the faster one added.</summary>
    [Fact]
    public async Task Post_SameNewPersonFromTwoAccountsAtOnce_BelongsToOneOfThem()
    {
        for (var round = 0; round < 5; round++)
        {
            var citizenId = RecognitionForms.NextCitizenId();
            using var one = new ApiClient(portal, await people.TalentAsync());
            using var other = new ApiClient(portal, await people.TalentAsync());
            var (first, second) = (await RecognitionAsync(one, citizenId), await RecognitionAsync(other, citizenId));
            var answers = await Task.WhenAll(one.PostAsync("applications", first, "race"), other.PostAsync("applications", second, "race"));
            var loser = Assert.Single(answers, answer => answer.StatusCode is not HttpStatusCode.Created);
            await ApiClient.AssertProblemAsync(loser, HttpStatusCode.UnprocessableEntity, "SubjectIsSomebodyElse");
            foreach (var answer in answers) answer.Dispose();
        }
    }

    [Fact]
    public async Task Decide_SameKeyAgain_GetsTheFirstAnswerAndAnotherTaskIsRefused()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        using var office = new ApiClient(portal, await people.OfficerAsync(PortalRole.TalentOffice, Applying.TalentOffice));
        var (number, task) = await talent.SubmitAsync();
        var (_, other) = await talent.SubmitAsync();
        var decision = new { outcome = "Accept" };
        var first = await DecideAsync(office, task, decision, "decided");
        var second = await DecideAsync(office, task, decision, "decided");
        Assert.Equal(first.GetRawText(), second.GetRawText());
        using var reused = await office.PostAsync($"tasks/{other}/decisions", decision, "decided");
        await ApiClient.AssertProblemAsync(reused, HttpStatusCode.UnprocessableEntity, "OperationIdReused");
        using var late = await office.PostAsync($"tasks/{task}/decisions", decision);
        await ApiClient.AssertProblemAsync(late, HttpStatusCode.Conflict, "AlreadyDecided");
        Assert.Equal(1L, await portal.Database.ScalarAsync(
            "select count(*) from decisions d join cases c on c.id = d.case_id where c.number = $1", number));
    }

    [Fact]
    public async Task Operation_KeepsADigestOfTheRequestAndNothingOfItsContent()
    {
        var actor = await people.TalentAsync();
        using var talent = new ApiClient(portal, actor);
        await SubmitAsync(talent, Applying.Consultation(phone: "13877665544"), "digest");
        Assert.Equal(32, await portal.Database.ScalarAsync("select length(request_digest) from operations where user_id = $1", actor.UserId));
        Assert.Equal(0L, await portal.Database.ScalarAsync(
            "select count(*) from operations where user_id = $1 and (result::text like '%13877665544%' or result::text like '%papers%')", actor.UserId));
    }

    private static async Task<JsonElement> SubmitAsync(ApiClient client, object body, string key)
    {
        using var answer = await client.PostAsync("applications", body, key);
        return await ApiClient.BodyAsync(answer, HttpStatusCode.Created);
    }

    private static async Task<JsonElement> DecideAsync(ApiClient client, Guid task, object body, string key)
    {
        using var answer = await client.PostAsync($"tasks/{task}/decisions", body, key);
        return await ApiClient.BodyAsync(answer, HttpStatusCode.Created);
    }

    private static async Task<object> RecognitionAsync(ApiClient talent, string? citizenId = null) => new
    {
        serviceItem = "RC010001",
        answers = RecognitionForms.Teacher(citizenId),
        materials = new[] { await talent.UploadAsync("RC010001", "portrait"), await talent.UploadAsync("RC010001", "photos") },
    };

    private async Task<object?> CountAsync(Actor actor) =>
        await portal.Database.ScalarAsync("select count(*) from applications where created_by = $1", actor.UserId);
}
