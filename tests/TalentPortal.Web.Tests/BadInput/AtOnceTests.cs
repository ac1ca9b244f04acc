using System.Net;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.TestCommon.People;
using TalentPortal.Web.Tests.Officer;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.BadInput;

/// <summary>Two people send forms about one case at the same time, or one after the other from pages opened before.</summary>
public sealed class AtOnceTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    private const string Typed = "What I typed for half an hour.";

    [Fact]
    public async Task Post_TwoOfficersAtOnce_OneDecidesTheOtherReadsTheDecisionAndKeepsTheText()
    {
        var receipt = await portal.SubmitAsync(town: null);
        var path = $"/officer/tasks/{receipt.Tasks[0].Id}";
        var people = new TestPeople(portal.Services);
        Actor[] actors = [await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office"), await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office")];
        var officers = actors.Select(actor => new Browser(portal, actor)).ToArray();
        var pages = await Task.WhenAll(officers.Select(officer => officer.HiddenAsync(path)));

        var answers = await Task.WhenAll(officers.Select((officer, i) =>
            officer.SendAsync(path, pages[i], [("Input.Outcome", "Accept"), ("Input.Reason", Typed + i)])));

        var winner = Array.FindIndex(answers, answer => answer.StatusCode is HttpStatusCode.Redirect);
        var loser = 1 - winner;
        Assert.Equal(HttpStatusCode.OK, answers[loser].StatusCode);
        var page = await Browser.BodyAsync(answers[loser]);
        Assert.Contains(Typed + loser, page, StringComparison.Ordinal);
        Assert.Contains(actors[winner].DisplayName, page, StringComparison.Ordinal);
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from decisions where case_id = $1", receipt.CaseId));
        foreach (var answer in answers) answer.Dispose();
        foreach (var officer in officers) officer.Dispose();
    }

    [Fact]
    public async Task Post_WithdrawnWhileTheOfficerTyped_SaysSoAndKeepsTheText()
    {
        var receipt = await portal.SubmitAsync();
        var path = $"/officer/tasks/{receipt.Tasks[0].Id}";
        using var officer = new Browser(portal, await portal.ActorAsync("town@demo"));
        using var talent = new Browser(portal, await portal.ActorAsync("talent@demo"));
        var open = await officer.HiddenAsync(path);
        using var withdrawn = await talent.PostAsync($"/cases/{receipt.Number}/withdraw");
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);

        using var answer = await officer.SendAsync(path, open, [("Input.Outcome", "Reject"), ("Input.Reason", Typed)]);

        var page = await Browser.BodyAsync(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(Typed, page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Equal("Withdrawn", await portal.Database.ScalarAsync("select status from applications where case_id = $1", receipt.CaseId));
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from decisions where case_id = $1", receipt.CaseId));
    }

    [Fact]
    public async Task Post_WithdrawalAndRejectionAtOnce_ExactlyOneHolds()
    {
        for (var i = 0; i < 5; i++)
        {
            var receipt = await portal.SubmitAsync();
            var path = $"/officer/tasks/{receipt.Tasks[0].Id}";
            using var officer = new Browser(portal, await portal.ActorAsync("town@demo"));
            using var talent = new Browser(portal, await portal.ActorAsync("talent@demo"));
            var (task, withdrawal) = (await officer.HiddenAsync(path), await talent.HiddenAsync($"/cases/{receipt.Number}/withdraw"));

            var answers = await Task.WhenAll(
                officer.SendAsync(path, task, [("Input.Outcome", "Reject"), ("Input.Reason", Typed)]),
                talent.SendAsync($"/cases/{receipt.Number}/withdraw", withdrawal, []));

            var status = (string)(await portal.Database.ScalarAsync("select status from applications where case_id = $1", receipt.CaseId))!;
            var (winner, loser) = status is "Withdrawn" ? (answers[1], answers[0]) : (answers[0], answers[1]);
            Assert.Equal(HttpStatusCode.Redirect, winner.StatusCode);
            Assert.Equal(HttpStatusCode.OK, loser.StatusCode);
            Assert.Equal(status is "Withdrawn" ? 0L : 1L, await portal.Database.ScalarAsync("select count(*) from decisions where case_id = $1", receipt.CaseId));
            Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from bookmarks where case_id = $1", receipt.CaseId));
            foreach (var answer in answers) answer.Dispose();
        }
    }

    [Fact]
    public async Task Post_OperationOfAnotherCase_IsNoRepetition()
    {
        var (first, second) = (await portal.SubmitAsync(), await portal.SubmitAsync());
        using var officer = new Browser(portal, await portal.ActorAsync("town@demo"));
        var open = await officer.HiddenAsync($"/officer/tasks/{first.Tasks[0].Id}");
        using var decided = await officer.SendAsync($"/officer/tasks/{first.Tasks[0].Id}", open, [("Input.Outcome", "Accept")]);
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);

        using var replayed = await officer.SendAsync($"/officer/tasks/{second.Tasks[0].Id}", open, [("Input.Outcome", "Accept"), ("Input.Reason", Typed)]);

        Assert.Equal(HttpStatusCode.OK, replayed.StatusCode);
        Assert.Contains(Typed, await Browser.BodyAsync(replayed), StringComparison.Ordinal);
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from decisions where case_id = $1", second.CaseId));
    }

    [Theory]
    [InlineData("withdraw")]
    [InlineData("supplement")]
    public async Task Post_SameFormOfTheApplicantTwice_CountsOnce(string form)
    {
        var receipt = await portal.SubmitAsync();
        using var talent = new Browser(portal, await portal.ActorAsync("talent@demo"));
        if (form is "supplement")
            await portal.DecideAsync("town@demo", receipt.Tasks[0].Id, "Supplement", "More.", new SupplementGap("field", "details", "Which?"));
        var path = $"/cases/{receipt.Number}/{form}";
        var open = await talent.HiddenAsync(path);
        var before = await EventsAsync(receipt.CaseId);

        using var first = await talent.SendAsync(path, open, [("details", "The one in town.")]);
        var once = await EventsAsync(receipt.CaseId);
        using var second = await talent.SendAsync(path, open, [("details", "The one in town.")]);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.NotEqual(before, once);
        Assert.Equal(once, await EventsAsync(receipt.CaseId));
    }

    private async Task<long> EventsAsync(Guid caseId) =>
        (long)(await portal.Database.ScalarAsync("select count(*) from operation_events where stream_id = $1", caseId))!;
}
