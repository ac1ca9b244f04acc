using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Lists.Sheets;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Officer;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.Cards;

/// <summary>What holders, the talent office and leaders read of all cards together: what is due, what is used, what looks like misuse.</summary>
public sealed partial class CardFiguresPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Holder = "joint4@demo";
    private readonly Venues venues = new(portal);
    private readonly CardHolders holders = new(portal);

    [Fact]
    public async Task Due_WhatTheCardGives_IsOfferedToTheHolder_AndCountedForTheOffice()
    {
        await holders.IssueAsync(talent: await new TestPeople(portal.Services).DemoAsync(Holder));
        using var holder = await StaffClient.AsAsync(portal, Holder);
        var due = await holder.ReadAsync("/due");
        Assert.Contains("/applications/start/talent-allowance", due, StringComparison.Ordinal);
        Assert.Contains("name=\"benefit\" value=\"living-allowance\"", due, StringComparison.Ordinal);
        foreach (var (benefit, kept) in ((string, string)[])[("living-allowance", "living-allowance"), ("apartment-of-another", "")])
        {
            using var begun = await holder.PostAsync("/applications/start/talent-allowance", new() { ["operationId"] = Guid.NewGuid().ToString(), ["benefit"] = benefit });
            var draft = Guid.Parse(DraftKey().Match(begun.Headers.Location!.ToString()).Value);
            Assert.Equal(kept, await portal.Database.ScalarAsync("select coalesce(answers->>'benefit', '') from applications where case_id = $1", draft));
        }

        using var office = await StaffClient.AsAsync(portal, "office@demo");
        var counts = await office.ReadAsync("/officer/benefits");
        var waiting = HrefOf(counts, "benefit=living-allowance&side=Waiting");
        Assert.Contains("id=\"people\"", await office.ReadAsync(waiting), StringComparison.Ordinal);
        using var sheet = await office.PostAsync(waiting + "&handler=Export", new() { ["purpose"] = "Report" });
        Assert.Equal(SheetWriter.ContentType, sheet.Content.Headers.ContentType!.MediaType);
        using var refused = await holder.GetAsync("/officer/benefits");
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    [Fact]
    public async Task Due_ByEarlierAnswers_IsOfferedWithTheirDay()
    {
        var journey = await Journey.BeginAsync(portal);
        var talent = (await portal.Services.GetRequiredService<ActorCache>().FindAsync(journey.Talent.UserId, default))!;
        Assert.True((await portal.Services.GetRequiredService<WithdrawalService>().WithdrawAsync(
            talent, journey.CaseId, "Not this year", journey.Begin("ApplicationWithdrawing", talent), default)).Succeeded);
        using var english = new Browser(portal, talent, "en");
        var offered = await english.TextAsync("/due");
        Assert.Contains("Why: by what you answered on", offered, StringComparison.Ordinal);
        Assert.Contains("rural work", offered, StringComparison.Ordinal);
        using var chinese = new Browser(portal, talent, "zh-CN");
        Assert.Contains("/applications/start/talent-recognition", await chinese.HtmlAsync("/due"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_EveryNumber_OpensAListThatCountsTheSame_ForLeadersToo_NeverSayingWhoseCardItWas()
    {
        var card = await holders.IssueAsync();
        Assert.True((await venues.RedeemAsync(await venues.StaffAsync(), Venues.Garden, venues.Codes(card.CardId)[0])).Succeeded);
        foreach (var (account, mayOpen) in ((string, bool)[])[("office@demo", true), ("leader@demo", false)])
        {
            using var reader = await StaffClient.AsAsync(portal, account);
            var page = await reader.ReadAsync("/officer/card-use");
            var numbers = Number().Matches(page);
            Assert.Contains(numbers, number => number.Groups["href"].Value.Contains("venue=" + Venues.Garden, StringComparison.Ordinal));
            Assert.Equal(["", "?within=30", "?within=90"], numbers.Select(number => number.Groups["href"].Value)
                .Where(href => href.StartsWith("/leader/cards", StringComparison.Ordinal)).Select(href => href["/leader/cards".Length..]));
            foreach (Match number in numbers)
            {
                var list = await reader.ReadAsync(WebUtility.HtmlDecode(number.Groups["href"].Value).Split('#')[0]);
                Assert.Matches($"data-(total|waived)=\"{number.Groups["count"].Value}\"", list);
                Assert.DoesNotContain("Qin Xiaohe", list, StringComparison.Ordinal);
            }

            var cards = await reader.ReadAsync("/leader/cards");
            Assert.Equal(mayOpen, cards.Contains("/officer/cards/" + card.CardId, StringComparison.Ordinal));
            Assert.DoesNotContain(card.CardId.ToString(), page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Signal_IsAnsweredWithARemark_AndOneThatIsGoneIsSaid()
    {
        var (card, staff) = (await holders.IssueAsync(), await venues.GymStaffAsync());
        // The holder gave no consent to gymnasiums.
        for (var look = 0; look < 10; look++) Assert.False((await venues.LookAsync(staff, Venues.Gym, venues.Codes(card.CardId)[0])).Succeeded);
        using var office = await StaffClient.AsAsync(portal, "office@demo");
        var signal = HrefOf(await office.ReadAsync("/officer/card-signals"), "signal=");
        using (var gap = await office.PostAsync(signal + "&handler=Mark", new() { ["Remark"] = " ", ["dismissed"] = "true" }))
            Assert.Contains("id=\"Remark-e\"", await gap.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var marked = await office.PostAsync(signal + "&handler=Mark", new() { ["Remark"] = "A new colleague", ["dismissed"] = "true" }))
            Assert.Equal(HttpStatusCode.Redirect, marked.StatusCode);
        Assert.Contains("A new colleague", await office.ReadAsync(signal), StringComparison.Ordinal);
        using var gone = await office.PostAsync("/officer/card-signals?signal=none&handler=Mark", new() { ["Remark"] = "Nothing" });
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
    }

    private static string HrefOf(string page, string part) =>
        Href().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Split('#')[0]).First(href => href.Contains(part, StringComparison.Ordinal));

    [GeneratedRegex("<a href=\"(?<href>/(officer/card-use|leader/cards)[^\"]*)\">(<span[^>]*>[^<]*</span><b>)?(?<count>[0-9.]+)<",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DraftKey();

    [GeneratedRegex("href=\"([^\"]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Href();
}
