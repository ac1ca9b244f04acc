using System.Net;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Api;

/// <summary>Rating a closed case through the API: as the page does, and nobody is named.</summary>
public sealed class RatingRouteTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly TestPeople people = new(portal.Services);

    [Fact]
    public async Task Rate_OwnClosedCase_IsTakenOnceWhateverIsSentAgain()
    {
        var asked = await new RatedCases(portal).AskAsync();
        using var talent = new ApiClient(portal, asked.Talent);
        var path = $"applications/{asked.Number}/rating";

        foreach (var _ in new[] { 1, 2 })
        {
            using var taken = await talent.PostAsync(path, new { level = 5, tags = new[] { "quick" } }, key: "rate-1");
            Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        }

        using (var other = await talent.PostAsync(path, new { level = 1, comment = "No." }, key: "rate-1"))
            await ApiClient.AssertProblemAsync(other, HttpStatusCode.UnprocessableEntity, "OperationIdReused");
        using (var second = await talent.PostAsync(path, new { level = 1, comment = "No." })) await ApiClient.AssertProblemAsync(second, HttpStatusCode.Conflict, "RatingAlreadyGiven");
        Assert.Equal("5 [\"quick\"]", await portal.Database.ScalarAsync("select level || ' ' || tags from ratings where case_id = $1", asked.Id));
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from operations where case_id = $1 and user_id is not null", asked.Id));
    }

    [Fact]
    public async Task Rate_AnotherOnesOrUnknownCase_IsNotFoundBeforeAnythingIsWrong()
    {
        var asked = await new RatedCases(portal).AskAsync();
        using var other = new ApiClient(portal, await people.TalentAsync());

        foreach (var number in new[] { asked.Number, "450311RCRD0001202604080000123456", "nothing" })
        {
            using var answer = await other.PostAsync($"applications/{number}/rating", new { level = 99 });
            await ApiClient.AssertProblemAsync(answer, HttpStatusCode.NotFound, "CaseNotFound");
        }
    }

    [Fact]
    public async Task Rate_WithWhatDoesNotStand_SaysAtWhichField()
    {
        var asked = await new RatedCases(portal).AskAsync();
        using var talent = new ApiClient(portal, asked.Talent);
        var path = $"applications/{asked.Number}/rating";

        foreach (var (body, code, field) in new (object, string, string)[]
        {
            (new { level = 9 }, "RatingLevelUnknown", "level"), (new { level = 5, tags = new[] { "nothing" } }, "RatingTagUnknown", "tags"),
            (new { level = 1 }, "RatingReasonMissing", "comment"), (new { level = 5, comment = new string('x', 1001) }, "RatingCommentTooLong", "comment"),
        })
        {
            using var answer = await talent.PostAsync(path, body);
            Assert.NotEmpty((await ApiClient.AssertProblemAsync(answer, HttpStatusCode.UnprocessableEntity, code)).ErrorOf(field));
        }

        using var empty = await talent.PostAsync(path, new { comment = "Good." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
    }

    [Fact]
    public async Task Rate_BeforeTheCaseIsClosed_IsAConflict()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        var (number, _) = await talent.SubmitAsync();

        using var answer = await talent.PostAsync($"applications/{number}/rating", new { level = 5 });

        await ApiClient.AssertProblemAsync(answer, HttpStatusCode.Conflict, "RatingNotPossible");
    }
}
