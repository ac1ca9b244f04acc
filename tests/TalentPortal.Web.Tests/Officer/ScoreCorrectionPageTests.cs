using System.Net;
using TalentPortal.TestCommon.People;
using TalentPortal.Web.Tests.Api;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

/// <summary>The talent office corrects one item of the score, on the page and through the API; everybody who decides or is refused reads it.</summary>
public sealed class ScoreCorrectionPageTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    private const string Reason = "The <b>certificate</b> of 2024 was overlooked.";
    private const string Shown = "The &lt;b&gt;certificate&lt;/b&gt; of 2024 was overlooked.";

    private static Dictionary<string, string> Correction(string points, string reason = Reason) => new(StringComparer.Ordinal)
    {
        ["Input.Outcome"] = "Correct",
        ["Input.Reason"] = reason,
        ["correctedItem"] = "skill",
        ["correctedPoints"] = points,
    };

    [Theory]
    [InlineData("25.5", Reason, "correctedPoints")]
    [InlineData("", Reason, "correctedPoints")]
    [InlineData("20", "", "Input_Reason")]
    public async Task Post_CorrectionThatDoesNotFit_ComesBackWithTheErrorBesideItsField(string points, string reason, string wrong)
    {
        var journey = await AtCompilationAsync();
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        using var answer = await office.PostAsync($"/officer/tasks/{await TaskAsync(journey)}", Correction(points, reason));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"id=\"{wrong}-e\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"#{wrong}\"", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{points}\"", page, StringComparison.Ordinal);
        Assert.Equal(1L, await journey.ScalarAsync("select count(*) from compiled_scores where case_id = $1"));
    }

    [Fact]
    public async Task Post_Correction_IsReadByOfficeLeaderAndWhoIsRefused()
    {
        var journey = await AtCompilationAsync();
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        using (var answer = await office.PostAsync($"/officer/tasks/{await TaskAsync(journey)}", Correction("20.5")))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        AssertShown(await office.ReadAsync($"/officer/tasks/{await TaskAsync(journey)}"));
        await journey.DecideAsync(Journey.Office, "approval", "Propose");
        var task = await TaskAsync(journey);
        using (var leader = await StaffClient.AsAsync(portal, Journey.Leader))
            AssertShown(await leader.ReadAsync($"/officer/tasks/{task}"));
        using (var expert = await StaffClient.AsAsync(portal, "expert1@demo"))
        using (var hidden = await expert.GetAsync($"/officer/tasks/{task}"))
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        await journey.DecideAsync(Journey.Leader, "approval", "Refuse", "Not enough.");
        using var talent = new Browser(portal, journey.Talent);
        var refused = await talent.HtmlAsync($"/cases/{journey.CaseId}");
        Assert.Contains(Shown, refused, StringComparison.Ordinal);
        Assert.Matches(@">13(\.0+)?</del>\s+20\.5", refused);
        var total = await journey.ScalarAsync("select total from compiled_scores where case_id = $1 order by id desc limit 1");
        Assert.Contains(FormattableString.Invariant($"<span data-total>{total:0.##}</span>"), refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_Correction_CarriesItemAndPointsInFields()
    {
        var journey = await AtCompilationAsync();
        using var office = new ApiClient(portal, await journey.ActorAsync(Journey.Office));
        var path = $"tasks/{await TaskAsync(journey)}/decisions";
        using (var outside = await office.PostAsync(path, Body(25.5m)))
        {
            var problem = await ApiClient.BodyAsync(outside, HttpStatusCode.UnprocessableEntity);
            Assert.True(problem.GetProperty("errors").TryGetProperty("correctedPoints", out _), problem.ToString());
        }

        using (var expert = new ApiClient(portal, await journey.ActorAsync("expert1@demo")))
        using (var hidden = await expert.PostAsync(path, Body(20)))
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        using var done = await office.PostAsync(path, Body(20));
        await ApiClient.BodyAsync(done, HttpStatusCode.Created);
        Assert.Equal(2L, await journey.ScalarAsync("select count(*) from compiled_scores where case_id = $1"));
    }

    private static object Body(decimal points) =>
        new { outcome = "Correct", reason = Reason, fields = new { correctedItem = "skill", correctedPoints = points } };

    private static void AssertShown(string page)
    {
        Assert.Contains(Shown, page, StringComparison.Ordinal);
        Assert.Matches(@">13(\.0+)?</del>\s+20\.5", page);
        Assert.DoesNotContain("<b>certificate</b>", page, StringComparison.Ordinal);
    }

    private async Task<Journey> AtCompilationAsync()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachCompilationAsync();
        return journey;
    }

    private static async Task<Guid> TaskAsync(Journey journey) =>
        (Guid)(await journey.ScalarAsync("select id from review_tasks where case_id = $1 and step_code = 'approval' and status = 'Open'"))!;
}
