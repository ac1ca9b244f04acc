using System.Net;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

/// <summary>The questions of a step on the review page: the village's vote.</summary>
public sealed class ReviewFieldPageTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    private static Dictionary<string, string> Vote(string against) => new(StringComparer.Ordinal)
    {
        ["Input.Outcome"] = "Recommend",
        ["Input.Reason"] = "Everybody knows her.",
        ["votesPresent"] = "42",
        ["votesFor"] = "40",
        ["votesAgainst"] = against,
        ["votedOn"] = "2026-02-25",
        ["voteRecord"] = "<b>No. 3</b>",
    };

    [Fact]
    public async Task Get_StepWithAVote_AsksForItWithTheAnswerThatNeedsIt()
    {
        var (_, task) = await SubmitAsync();
        using var village = await StaffClient.AsAsync(portal, "village@demo");
        var page = await village.ReadAsync($"/officer/tasks/{task}");
        Assert.Contains("name=\"votesPresent\"", page, StringComparison.Ordinal);
        Assert.Contains("&quot;values&quot;:[&quot;Recommend&quot;]", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"departmentRemarks\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_MoreVotesThanPeople_ComesBackWithAllThatWasTyped()
    {
        var (caseId, task) = await SubmitAsync();
        using var village = await StaffClient.AsAsync(portal, "village@demo");
        using var answer = await village.PostAsync($"/officer/tasks/{task}", Vote("3"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("id=\"votesAgainst-e\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#votesAgainst\"", page, StringComparison.Ordinal);
        foreach (var kept in new[] { "value=\"42\"", "value=\"40\"", "value=\"2026-02-25\"", "&lt;b&gt;No. 3&lt;/b&gt;", "Everybody knows her." })
            Assert.Contains(kept, page, StringComparison.Ordinal);
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from decisions where case_id = $1", caseId));
    }

    [Fact]
    public async Task Post_Vote_StandsWithTheOpinionOnTheCasePage()
    {
        var (caseId, task) = await SubmitAsync();
        using var village = await StaffClient.AsAsync(portal, "village@demo");
        using var answer = await village.PostAsync($"/officer/tasks/{task}", Vote("2"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var office = await StaffClient.AsAsync(portal, "office@demo");
        var page = await office.ReadAsync($"/officer/cases/{caseId}");
        Assert.Contains("&lt;b&gt;No. 3&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>No. 3</b>", page, StringComparison.Ordinal);
    }

    private async Task<(Guid CaseId, Guid Task)> SubmitAsync()
    {
        var journey = await Journey.BeginAsync(portal);
        return (journey.CaseId, journey.Receipt.Tasks[0].Id);
    }
}
