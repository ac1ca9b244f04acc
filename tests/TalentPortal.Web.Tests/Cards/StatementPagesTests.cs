using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Lists.Sheets;
using TalentPortal.Core.TalentCards.Statements;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Cards;

/// <summary>A venue's statement between the partner and the talent office.</summary>
public sealed class StatementPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Statement_TheManagerObjects_TheOfficeUpholds_EachSeesWhatIsTheirs()
    {
        var venues = new Venues(portal);
        var card = await new CardHolders(portal).IssueAsync();
        var use = (await venues.RedeemAsync(await venues.StaffAsync(), Venues.Garden, venues.Codes(card.CardId)[0])).Value.Id;
        await portal.Database.ScalarAsync("update redemptions set redeemed_on = redeemed_on - 62 where id = $1", use);
        await portal.Services.GetRequiredService<StatementDrawing>().LookAsync(default);
        var path = $"/statements/{await portal.Database.ScalarAsync("select id from venue_statements")}";
        using var manager = await StaffClient.AsAsync(portal, "partner@demo");
        using var office = await StaffClient.AsAsync(portal, "office@demo");

        Assert.Contains(path, await manager.ReadAsync("/statements"), StringComparison.Ordinal);
        var drawn = await manager.ReadAsync(path);
        Assert.Contains("handler=Confirm", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("Qin Xiaohe", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Confirm", await office.ReadAsync(path), StringComparison.Ordinal);
        using (var gap = await manager.PostAsync(path + "?handler=Object", new() { ["use"] = use.ToString(), ["Reason"] = " " }))
        {
            var shown = await gap.Content.ReadAsStringAsync();
            Assert.Contains("id=\"Reason-e\"", shown, StringComparison.Ordinal);
            Assert.Contains("checked=\"checked\"", shown, StringComparison.Ordinal);
        }

        using (var sent = await manager.PostAsync(path + "?handler=Object", new() { ["use"] = use.ToString(), ["Reason"] = "Nobody came" }))
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.DoesNotContain("handler=Object", await manager.ReadAsync(path), StringComparison.Ordinal);
        Assert.Contains("Nobody came", await office.ReadAsync(path), StringComparison.Ordinal);
        using (var unchanged = await office.PostAsync(path + "?handler=Correct", new() { ["Reason"] = "Look" }))
            Assert.Contains("data-errors", await unchanged.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var kept = await office.PostAsync(path + "?handler=Uphold", new() { ["Reason"] = "Somebody did" }))
            Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Contains("Somebody did", await manager.ReadAsync(path), StringComparison.Ordinal);
        using var sheet = await manager.PostAsync(path + "?handler=Export", new() { ["purpose"] = "Report" });
        Assert.Equal(SheetWriter.ContentType, sheet.Content.Headers.ContentType!.MediaType);
        using var staff = await StaffClient.AsAsync(portal, "venue@demo");
        using var refused = await staff.GetAsync(path);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }
}
