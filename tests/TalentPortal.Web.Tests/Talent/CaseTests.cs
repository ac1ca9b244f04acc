using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Web.Tests.Talent;

/// <summary>A case after it was handed in, as its author follows it.</summary>
public sealed class CaseTests(FormPortal portal) : IClassFixture<FormPortal>
{
    [Fact]
    public async Task Get_ListWithoutCases_OffersTheServices()
    {
        using var browser = await SignedInAsync();
        Assert.Contains("No cases yet", await browser.TextAsync("/cases"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_List_ShowsDraftsAndCases()
    {
        using var browser = await SignedInAsync();
        await Forms.StartAsync(browser, "training-base");
        await Forms.SubmittedAsync(browser);
        var page = await browser.TextAsync("/cases");
        Assert.Contains("Unfinished", page, StringComparison.Ordinal);
        Assert.Contains("In progress", page, StringComparison.Ordinal);
        Assert.Contains("450311-RC320001-", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Case_ByNumberInAnyWriting_TellsWhereItStands()
    {
        using var browser = await SignedInAsync();
        var id = await Forms.SubmittedAsync(browser);
        var number = await NumberAsync(id);
        foreach (var address in (string[])[number, id.ToString(), string.Join('-', number[..6], number[6..14], number[14..22], number[22..30], number[30..])])
        {
            var page = await browser.TextAsync($"/cases/{address}");
            Assert.Contains("Check and accept", page, StringComparison.Ordinal);
            Assert.Contains("You handed in the application", page, StringComparison.Ordinal);
            Assert.Contains("138****8000", page, StringComparison.Ordinal);
            Assert.DoesNotContain(Forms.Phone, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task PostUrge_TellsTheOffice_AndSaysSoWhenItWasTodayAlready()
    {
        using var browser = await SignedInAsync();
        var id = await Forms.SubmittedAsync(browser);
        var page = await browser.TextAsync($"/cases/{id}");
        Assert.Contains("id=\"urge\"", page, StringComparison.Ordinal);
        Assert.Contains("This is with", page, StringComparison.Ordinal);
        var hidden = await browser.HiddenAsync($"/cases/{id}");
        foreach (var expected in (string[])["was reminded", "urged today already"])
        {
            using (var answer = await browser.SendAsync($"/cases/{id}?handler=Urge", hidden, [("operationId", Guid.NewGuid().ToString())]))
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Contains(expected, await browser.TextAsync($"/cases/{id}"), StringComparison.Ordinal);
        }

        Assert.Contains("You urged last on", await browser.TextAsync($"/cases/{id}"), StringComparison.Ordinal);
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from case_actions where case_id = $1 and kind = 'UrgedByApplicant'", id));
    }

    [Fact]
    public async Task Get_SomebodyElsesCase_IsNotFound()
    {
        using var author = await SignedInAsync();
        var number = await NumberAsync(await Forms.SubmittedAsync(author));
        using var other = await SignedInAsync();
        foreach (var path in (string[])["", "/days", "/withdraw", "/supplement"])
        {
            using var answer = await other.GetAsync($"/cases/{number}{path}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        var hidden = await other.HiddenAsync("/applications/start/talent-consultation");
        foreach (var path in (string[])["/withdraw", "/supplement"])
        {
            using var answer = await other.SendAsync($"/cases/{number}{path}", hidden, []);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Get_AcceptedCase_ShowsTheClockAndItsDays()
    {
        using var browser = await SignedInAsync();
        var id = await Forms.SubmittedAsync(browser);
        await DecideAsync(id, "Accept", []);
        var page = await browser.TextAsync($"/cases/{id}");
        Assert.Contains("tp-progress", page, StringComparison.Ordinal);
        Assert.Contains("9 March", page, StringComparison.Ordinal);
        var days = await browser.TextAsync($"/cases/{await NumberAsync(id)}/days");
        Assert.Contains("Day 0, accepted", days, StringComparison.Ordinal);
        Assert.Contains("Weekend, does not count", days, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AcceptedCase_TellsEachStepWithItsDays()
    {
        using var browser = await SignedInAsync();
        var id = await Forms.SubmittedAsync(browser);
        await DecideAsync(id, "Accept", []);
        var html = await browser.HtmlAsync($"/cases/{id}");
        var way = html[html.IndexOf("Show the dates of each step", StringComparison.Ordinal)..];
        var rows = way[..way.IndexOf("</table>", StringComparison.Ordinal)].Split("<tr").Skip(2).ToList();
        Assert.Collection(rows,
            row => Assert.Contains("Ask or request", row, StringComparison.Ordinal),
            row => Assert.Matches("Check and accept[^~]*done</td>\\s*<td[^>]*>([^<]+)</td>\\s*<td[^>]*>\\1</td>", row),
            row => Assert.Matches("aria-current=\"step\"[^~]*here now</td>\\s*<td[^>]*>[^<]+</td>\\s*<td[^>]*>due by [^<]+</td>", row));
    }

    [Fact]
    public async Task Get_AnsweredCase_ShowsTheAnswer()
    {
        using var browser = await SignedInAsync();
        var id = await Forms.SubmittedAsync(browser);
        await DecideAsync(id, "Accept", []);
        await DecideAsync(id, "Answered", [], "You need <b>two</b> papers.");
        var html = await browser.HtmlAsync($"/cases/{id}");
        Assert.Contains("You need &lt;b&gt;two&lt;/b&gt; papers.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_RejectedCase_ShowsReasonAndAppeal()
    {
        using var browser = await SignedInAsync();
        var id = await Forms.SubmittedAsync(browser);
        await DecideAsync(id, "Reject", [], "This is before a court already.");
        var page = await browser.TextAsync($"/cases/{id}");
        Assert.Contains("This is before a court already.", page, StringComparison.Ordinal);
        Assert.Contains("ask the talent office to re-check", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Withdraw_EndsTheCase()
    {
        using var browser = await SignedInAsync();
        var id = await Forms.SubmittedAsync(browser);
        var hidden = await browser.HiddenAsync($"/cases/{id}/withdraw");
        using var first = await browser.SendAsync($"/cases/{id}/withdraw", hidden, [("Reason", "Solved itself")]);
        Assert.Equal($"/cases/{id}", first.Headers.Location!.OriginalString);
        Assert.Contains("You withdrew", await browser.TextAsync($"/cases/{id}"), StringComparison.Ordinal);
        using var again = await browser.GetAsync($"/cases/{id}/withdraw");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task Post_WithdrawDraft_TakesItOffTheList()
    {
        using var browser = await SignedInAsync();
        var id = Forms.KeyOf(await Forms.StartAsync(browser, "talent-consultation"));
        using var gone = await browser.PostAsync($"/cases/{id}/withdraw");
        Assert.Equal("/cases", gone.Headers.Location!.OriginalString);
        Assert.Contains("No cases yet", await browser.TextAsync("/cases"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Supplement_AsksForTheGapsAloneAndGoesOn()
    {
        using var browser = await SignedInAsync();
        var id = await Forms.SubmittedAsync(browser);
        await DecideAsync(id, "Supplement",
            [new SupplementGap("field", "details", "Which <i>village</i>?"), new SupplementGap("material", "attachment", "A photo, please")], "Two things");
        var page = await browser.HtmlAsync($"/cases/{id}/supplement");
        Assert.Contains("Which &lt;i&gt;village&lt;/i&gt;?", page, StringComparison.Ordinal);
        Assert.Contains("name=\"details\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"title\"", page, StringComparison.Ordinal);

        var hidden = await browser.HiddenAsync($"/cases/{id}/supplement");
        using var upload = await browser.SendAsync(
            $"/cases/{id}/supplement?handler=Upload&material=attachment", hidden, [], ("materials.attachment", "photo.png", Forms.Png));
        Assert.Equal(HttpStatusCode.OK, upload.StatusCode);
        using var tooLong = await browser.SendAsync($"/cases/{id}/supplement", hidden, [("details", new string('y', 2001))]);
        Assert.Contains("yyyy", await Browser.BodyAsync(tooLong), StringComparison.Ordinal);
        using var answered = await browser.PostAsync($"/cases/{id}/supplement", ("details", "In Qinghe."), ("title", "Not asked"));
        Assert.Equal($"/cases/{id}", answered.Headers.Location!.OriginalString);

        var after = await RowAsync(id);
        Assert.Equal(ApplicationStatus.Submitted, after.Status);
        Assert.Contains("In Qinghe.", after.Answers, StringComparison.Ordinal);
        Assert.DoesNotContain("Not asked", after.Answers, StringComparison.Ordinal);
        Assert.Contains("photo.png", await browser.TextAsync($"/cases/{id}"), StringComparison.Ordinal);
        using var closed = await browser.GetAsync($"/cases/{id}/supplement");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    private async Task<Browser> SignedInAsync() => new(portal, await new TestPeople(portal.Services).TalentAsync(), "en");

    private async Task DecideAsync(Guid caseId, string outcome, IReadOnlyList<SupplementGap> gaps, string reason = "")
    {
        var officer = await new TestPeople(portal.Services).OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        var task = await QueryAsync(db => db.ReviewTasks.AsNoTracking().Where(t => t.CaseId == caseId && t.Status == ReviewTaskStatus.Open).Select(t => t.Id).SingleAsync());
        var decision = new ReviewDecision(task, outcome, reason, new Dictionary<string, decimal>(StringComparer.Ordinal), gaps);
        var operation = Operation.Begin(Guid.NewGuid(), "ReviewTaskDeciding", officer.UserId, role: null, portal.Clock);
        var decided = await portal.Services.GetRequiredService<ReviewService>().DecideAsync(officer, decision, operation, default);
        Assert.True(decided.Succeeded, decided.Refusal?.Key);
    }

    private Task<string> NumberAsync(Guid id) => QueryAsync(db => db.Cases.AsNoTracking().Where(c => c.Id == id).Select(c => c.Number!).SingleAsync());

    private Task<Application> RowAsync(Guid id) => QueryAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.CaseId == id));

    private async Task<T> QueryAsync<T>(Func<PortalDbContext, Task<T>> query)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }
}
