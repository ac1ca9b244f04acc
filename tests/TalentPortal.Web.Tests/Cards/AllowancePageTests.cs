using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Handling;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.Cards;

/// <summary>Allowances in the browser: what the holder reads, what the office enters, and a batch in the hands of two.</summary>
public sealed class AllowancePageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly AllowanceHolders holders = new(portal);

    [Fact]
    public async Task Batch_MadeReleasedTakenReturned_TheHolderReadsWhyAndNamesAnotherAccount()
    {
        var card = await holders.Cards.IssueAsync();
        using var holder = new Browser(portal, card.Talent, "en");
        Assert.Contains("No allowance yet", await holder.TextAsync("/allowances"), StringComparison.Ordinal);
        var batch = await holders.BatchAsync("rent-allowance", card);
        var (office, leader) = (await holders.OfficeAsync(), await holders.LeaderAsync());
        using var maker = new Browser(portal, office, "en");
        using var releaser = new Browser(portal, leader, "en");
        var path = $"/officer/allowances/batches/{batch}";
        Assert.DoesNotContain("handler=Release", await maker.HtmlAsync(path), StringComparison.Ordinal);
        using var own = await maker.PostAsync(path + "?handler=Release");
        Assert.Contains("Somebody else must release", await Browser.BodyAsync(own), StringComparison.Ordinal);
        using var released = await releaser.PostAsync(path + "?handler=Release");
        Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);

        using var unsaid = await maker.PostAsync(path + "?handler=File", ("Input.FileReason", ""));
        Assert.Contains("Please say why", await Browser.BodyAsync(unsaid), StringComparison.Ordinal);
        using var file = await maker.PostAsync(path + "?handler=File", ("Input.FileReason", "For the bank"));
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains(AllowanceHolders.Account, await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(AllowanceHolders.Account, await maker.HtmlAsync(path), StringComparison.Ordinal);

        var payment = await portal.Database.ScalarAsync(
            "select p.id from payments p join allowances a on a.case_id = p.allowance_id where p.case_id = $1 and a.person_id = $2", batch, card.Talent.PersonId!.Value);
        var day = Today.ToString("O", CultureInfo.InvariantCulture);
        using var paid = await maker.PostAsync(path + "?handler=Paid", ("Input.PaidOn", day));
        Assert.Equal(HttpStatusCode.Redirect, paid.StatusCode);
        using var dayless = await maker.PostAsync(path + "?handler=Return", ("Input.PaymentId", payment!.ToString()!), ("Input.ReturnReason", "The name differs"));
        Assert.Contains("The day lies between", await Browser.BodyAsync(dayless), StringComparison.Ordinal);
        using var returned = await maker.PostAsync(path + "?handler=Return", ("Input.PaymentId", payment.ToString()!), ("Input.ReturnedOn", day), ("Input.ReturnReason", "The name differs"));
        Assert.Equal(HttpStatusCode.Redirect, returned.StatusCode);
        var back = await maker.TextAsync(path);
        Assert.Contains("the bank sent it back on", back, StringComparison.Ordinal);
        Assert.Contains("Came back", back, StringComparison.Ordinal);
        var told = await holder.TextAsync("/allowances");
        Assert.Contains("The name differs", told, StringComparison.Ordinal);
        Assert.Contains("the bank sent it back on", told, StringComparison.Ordinal);
        var allowance = (await portal.Database.ScalarAsync("select allowance_id from payments where id = $1", payment))!.ToString()!;
        using var wrong = await holder.PostAsync("/allowances", ("Input.AllowanceId", allowance), ("Input.Bank", "Bank"), ("Input.Account", "123"));
        Assert.Contains("12 to 19 digits", await Browser.BodyAsync(wrong), StringComparison.Ordinal);
        using var mended = await holder.PostAsync("/allowances", ("Input.AllowanceId", allowance), ("Input.Bank", "Bank"), ("Input.Account", AllowanceHolders.OtherAccount));
        Assert.Equal(HttpStatusCode.Redirect, mended.StatusCode);
        var mine = await holder.TextAsync("/allowances");
        Assert.Contains("0018", mine, StringComparison.Ordinal);
        Assert.DoesNotContain(AllowanceHolders.OtherAccount, mine, StringComparison.Ordinal);
        using var made = await maker.PostAsync("/officer/allowances/batches", ("Input.UpTo", Today.ToString("O", CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    [Fact]
    public async Task Office_EntersConditionsEndsAndListsAnAllowance()
    {
        var (_, id) = await holders.GrantAsync();
        using var office = new Browser(portal, await holders.OfficeAsync(), "en");
        var path = $"/officer/allowances/{id}";
        Assert.Contains("Qin Xiaohe", await office.TextAsync("/officer/allowances"), StringComparison.Ordinal);
        using var gaps = await office.PostAsync(path + "?handler=Enter", ("Input.PeriodFrom", Today.ToString("O", CultureInfo.InvariantCulture)), ("Input.InsuranceMonths", "1"), ("Input.Source", "List"));
        Assert.Contains("Please fill this in", await Browser.BodyAsync(gaps), StringComparison.Ordinal);
        using var many = await office.PostAsync(path + "?handler=Enter", ("Input.PeriodFrom", Today.ToString("O", CultureInfo.InvariantCulture)), ("Input.Employed", "true"), ("Input.InsuranceMonths", "9"), ("Input.Source", "List"));
        Assert.Contains("lie between 0 and 1", await Browser.BodyAsync(many), StringComparison.Ordinal);
        using var entered = await office.PostAsync(path + "?handler=Enter", ("Input.PeriodFrom", Today.ToString("O", CultureInfo.InvariantCulture)), ("Input.Employed", "true"), ("Input.InsuranceMonths", "1"), ("Input.Source", "List"));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        using var ended = await office.PostAsync(path + "?handler=End", ("Input.EndOn", Today.ToString("O", CultureInfo.InvariantCulture)), ("Input.EndReason", "Moved away"));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Contains("Moved away", await office.TextAsync(path), StringComparison.Ordinal);
        using var claimed = await office.PostAsync(path + "?handler=Claim", ("Input.Amount", "10"), ("Input.ClaimReason", "Wrong"));
        Assert.Contains("at most 0", await Browser.BodyAsync(claimed), StringComparison.Ordinal);
        using var sheet = await office.PostAsync("/officer/allowances?handler=Export", ("purpose", "Report"));
        Assert.Contains("spreadsheet", sheet.Content.Headers.ContentType!.MediaType!, StringComparison.Ordinal);
        Assert.Equal(AllowanceStatus.Ended, (await holders.FactsAsync(id)).Allowance.Status);
    }

    [Fact]
    public async Task CardAtRest_HolderAndOfficeReadTheSameOfTheDaysThatAreNotPaid()
    {
        var (card, id) = await holders.GrantAsync();
        var office = await holders.OfficeAsync();
        var handled = await portal.Services.GetRequiredService<CardDesk>().DoAsync(office, card.CardId,
            new CardDeed(CardActionKind.Suspended, "Looked into", null, Revision: 0), holders.Cards.Begin("CardHandling", office), default);
        Assert.True(handled.Succeeded, handled.Refusal?.ToString());
        const string Rule = "Days on which the card is suspended or has expired are not paid, nor later";
        using (var before = new Browser(portal, card.Talent, "en"))
            Assert.DoesNotContain(Rule, await before.TextAsync("/allowances"), StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromDays(40));
        using var holder = new Browser(portal, card.Talent, "en");
        Assert.Contains(Rule, await holder.TextAsync("/allowances"), StringComparison.Ordinal);
        using var desk = new Browser(portal, office, "en");
        Assert.Contains(Rule, await desk.TextAsync($"/officer/allowances/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_TheOfficeSeesLightAndKind_TheHolderReadsWhatToBring()
    {
        var (card, id) = await holders.HeldAsync();
        using var office = new Browser(portal, await holders.OfficeAsync(), "en");
        var listed = await office.HtmlAsync("/officer/allowances/waiting?kind=Condition");
        Assert.Contains($"/officer/allowances/{id}", listed, StringComparison.Ordinal);
        Assert.Contains("data-light=\"green\"", listed, StringComparison.Ordinal);
        Assert.DoesNotContain($"/officer/allowances/{id}", await office.HtmlAsync("/officer/allowances/waiting?kind=Recovery"), StringComparison.Ordinal);
        using var sheet = await office.PostAsync("/officer/allowances/waiting?handler=Export", ("purpose", "Report"));
        Assert.Contains("spreadsheet", sheet.Content.Headers.ContentType!.MediaType!, StringComparison.Ordinal);
        using var holder = new Browser(portal, card.Talent, "en");
        var own = await holder.TextAsync("/allowances");
        Assert.Contains("Social insurance record of", own, StringComparison.Ordinal);
        Assert.Contains("a letter of your employer", own, StringComparison.Ordinal);
    }

    private DateOnly Today => portal.Services.GetRequiredService<PortalTimeZone>().Today;
}
