using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Applications;
using TalentPortal.TestCommon.People;
using TalentPortal.Web.Tests.Api;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

/// <summary>Joint checkers and experts read a file to answer; when they have, the case's head and their own opinion are left.</summary>
public sealed class AnsweredReachTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    private const string Checker = "joint1@demo";
    private const string Opinion = "Nothing is known to us.";

    [Fact]
    public async Task JointChecker_WhoHasAnswered_KeepsTheOwnOpinionAndTheHeadAlone()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachJointCheckAsync();
        var task = await TaskAsync(journey, Checker);
        using var checker = await StaffClient.AsAsync(portal, Checker);
        using var api = new ApiClient(portal, await journey.ActorAsync(Checker));
        var number = journey.Receipt.Number;
        var reveal = $"/officer/cases/{journey.CaseId}/reveal?path=person.citizenId";
        var masked = MaskedId(journey);
        Assert.Contains(masked, await checker.ReadAsync($"/officer/tasks/{task}"), StringComparison.Ordinal);
        Assert.Contains("name=\"Reason\"", await checker.ReadAsync(reveal), StringComparison.Ordinal);
        Assert.True((await api.ReadAsync("applications/" + number)).GetProperty("answers").TryGetProperty("person", out _));

        await journey.DecideAsync(Checker, "joint", "NoObjection", Opinion);
        var page = await checker.ReadAsync($"/officer/tasks/{task}");
        Assert.Contains(Opinion, page, StringComparison.Ordinal);
        Assert.DoesNotContain(masked, page, StringComparison.Ordinal);
        Assert.DoesNotContain("/reveal", page, StringComparison.Ordinal);
        foreach (var path in (string[])[reveal, $"/officer/cases/{journey.CaseId}", $"/officer/cases/{journey.CaseId}/materials/{await FileAsync(journey)}"])
        {
            using var hidden = await checker.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        }

        using var posted = await checker.PostAsync(reveal, new() { ["Reason"] = "BackgroundCheck" }, formOf: $"/officer/tasks/{task}");
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        var head = await api.ReadAsync("applications/" + number);
        Assert.Equal("InReview", head.GetProperty("status").GetString());
        Assert.Equal("{}", head.GetProperty("answers").GetRawText());
        Assert.Empty(head.GetProperty("materials").EnumerateArray());
    }

    [Fact]
    public async Task Expert_WhoHasScored_KeepsTheOwnPointsAndNoFile()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachPanelAsync();
        var seat = (await journey.PanelTasksAsync())[0];
        await journey.DeclareAsync(await journey.ActorAsync(seat.Expert), seat.Task, hasConflict: false);
        var name = (string)(await portal.Database.ScalarAsync("select user_name from portal_users where id = $1", seat.Expert))!;
        using var expert = await StaffClient.AsAsync(portal, name);
        Assert.Contains("Input.Scores[skill]", await expert.ReadAsync($"/officer/tasks/{seat.Task}"), StringComparison.Ordinal);
        using (var api = new ApiClient(portal, await journey.ActorAsync(seat.Expert)))
        {
            Assert.NotEqual("{}", (await api.ReadAsync("applications/" + journey.Receipt.Number)).GetProperty("answers").GetRawText());
            await journey.ScoreAsync(seat, 11.5m);
            Assert.Equal("{}", (await api.ReadAsync("applications/" + journey.Receipt.Number)).GetProperty("answers").GetRawText());
        }

        var page = await expert.ReadAsync($"/officer/tasks/{seat.Task}");
        Assert.Contains("<dd>11.5</dd>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.Scores", page, StringComparison.Ordinal);
        Assert.DoesNotContain(journey.Receipt.Number[^10..], page, StringComparison.Ordinal);
        using var hidden = await expert.GetAsync($"/officer/cases/{journey.CaseId}/materials/{await FileAsync(journey)}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task JointChecker_WhoseCaseWasWithdrawn_IsToldAndKeepsTheTextButNoReach()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachJointCheckAsync();
        var task = await TaskAsync(journey, Checker);
        using var checker = await StaffClient.AsAsync(portal, Checker);
        var withdrawn = await portal.Get<WithdrawalService>().WithdrawAsync(
            journey.Talent, journey.CaseId, "", journey.Begin("ApplicationWithdrawing", journey.Talent), CancellationToken.None);
        Assert.True(withdrawn.Succeeded, withdrawn.Refusal?.ToString());
        using var answer = await checker.PostAsync(
            $"/officer/tasks/{task}", new() { ["Input.Outcome"] = "NoObjection", ["Input.Reason"] = Opinion }, formOf: "/officer");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(Opinion, page, StringComparison.Ordinal);
        Assert.DoesNotContain(MaskedId(journey), page, StringComparison.Ordinal);
        using var api = new ApiClient(portal, await journey.ActorAsync(Checker));
        using var hidden = await api.GetAsync("applications/" + journey.Receipt.Number);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    private static string MaskedId(Journey journey) => TalentPortal.Core.Standards.Mask.IdentityNumber(journey.CitizenId);

    private static async Task<Guid> FileAsync(Journey journey) =>
        (Guid)(await journey.ScalarAsync("select material_id from case_materials where case_id = $1 and code = 'photos'"))!;

    private async Task<Guid> TaskAsync(Journey journey, string user) => (Guid)(await portal.Database.ScalarAsync(
        """
        select t.id from review_tasks t join appointments a on a.organisation_id = t.organisation_id and a.role = t.role
        join portal_users u on u.id = a.user_id
        where t.case_id = $1 and t.step_code = 'joint' and u.user_name = $2
        """, journey.CaseId, user))!;
}
