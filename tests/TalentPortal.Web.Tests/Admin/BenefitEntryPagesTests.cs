using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Admin;

/// <summary>Levels, benefits and kinds of venues on their pages: nothing is lost on a bad entry, what follows is shown before, another releases.</summary>
public sealed class BenefitEntryPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private BenefitCatalogues Catalogues => portal.Services.GetRequiredService<BenefitCatalogues>();

    [Fact]
    public async Task Entries_AreWrittenIntoOneDraft_ReadInWords_AndReleasedByAnother()
    {
        await new CardHolders(portal).IssueAsync("\"degree\": \"3\"");
        using var admin = await StaffClient.AsAsync(portal, RuleDesk.Admin);
        await SayVenueKindAsync(admin);
        await SayBenefitAsync(admin);
        await RetireLevelAsync(admin);
        await UndoAsync(admin);

        using var office = await StaffClient.AsAsync(portal, RuleDesk.Office);
        Assert.Contains("id=\"entries\"", await office.ReadAsync("/admin/benefits/edit"), StringComparison.Ordinal);
        using var second = await office.PostAsync("/admin/benefits/levels/D", Fields("1", ("Input.NameZh", "D")));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        var change = "/admin/rules/" + await portal.Database.ScalarAsync("select id::text from rule_changes where kind = 'BenefitCatalogue' and status = 'Draft'");
        Assert.Contains("Free films", await office.ReadAsync(change), StringComparison.Ordinal);
        var revision = (int)(await portal.Database.ScalarAsync("select revision from rule_changes where kind = 'BenefitCatalogue' and status = 'Draft'"))!;
        using var released = await office.PostAsync(change + "?handler=Release", Fields(Text(revision), ("Input.Reason", "Checked")));
        Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);
        var now = Catalogues.Current.Catalogue;
        Assert.Equal(("cinemas", "E", 80m), (now.FindBenefit("free-films")!.VenueKinds[0], now.FindLevel("E")!.Code, now.FindGrant("free-films", "A")!.Value!.Value));
        Assert.Contains("Free films", await office.ReadAsync("/admin/benefits"), StringComparison.Ordinal);
        Assert.Contains("id=\"dry-run\"", await office.ReadAsync("/admin/benefits"), StringComparison.Ordinal);
        using var gone = await admin.GetAsync("/admin/benefits/items/nothing");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private async Task SayVenueKindAsync(StaffClient admin)
    {
        var fields = Fields("0", ("Input.NameZh", "C"), ("Input.NameEn", "Cinemas"), ("Input.ConsentZh", "Y"), ("Input.ConsentEn", ""));
        using var bad = await admin.PostAsync("/admin/benefits/venue-kinds", new(fields) { ["Draft.Reason"] = "" });
        var page = await bad.Content.ReadAsStringAsync();
        Assert.Contains("id=\"Draft_Reason-e\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Cinemas\"", page, StringComparison.Ordinal);
        using var still = await admin.PostAsync("/admin/benefits/venue-kinds", fields);
        Assert.Contains("id=\"Input_ConsentEn-e\"", await still.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var saved = await admin.PostAsync("/admin/benefits/venue-kinds", new(fields) { ["Input.ConsentEn"] = "I agree." });
        Assert.Equal("/admin/benefits/edit", saved.Headers.Location!.OriginalString);
    }

    private async Task SayBenefitAsync(StaffClient admin)
    {
        var fields = Fields("1", ("Input.NameZh", "F"), ("Input.NameEn", "Free films"), ("Input.SummaryZh", "S"), ("Input.SummaryEn", "Cheaper films."),
            ("Input.Kind", "Discount"), ("Input.VenueKinds", "cinemas"), ("Input.ProviderZh", "P"), ("Input.ProviderEn", "Cinemas"), ("Input.PayerZh", "P"),
            ("Input.PayerEn", "Cinemas"), ("Input.Levels", "A"), ("Input.Amounts[A]", "-4"), ("Input.DocumentsEn", "Ticket"));
        using var bad = await admin.PostAsync("/admin/benefits/items", fields);
        var page = await bad.Content.ReadAsStringAsync();
        Assert.Contains("id=\"Input_Amounts_A_-e\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"Input_DocumentsEn-e\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"-4\"", page, StringComparison.Ordinal);
        using var saved = await admin.PostAsync("/admin/benefits/items", new(fields) { ["Input.Amounts[A]"] = "80", ["Input.DocumentsZh"] = "T" });
        Assert.Equal("/admin/benefits/edit", saved.Headers.Location!.OriginalString);
        Assert.Contains("value=\"Free films\"", await admin.ReadAsync("/admin/benefits/items/free-films"), StringComparison.Ordinal);
        using var stale = await admin.PostAsync("/admin/benefits/items/free-films", new(fields) { ["Input.Amounts[A]"] = "70", ["Input.DocumentsZh"] = "T" });
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
    }

    private async Task RetireLevelAsync(StaffClient admin)
    {
        const string path = "/admin/benefits/retire/Level/E";
        var page = await admin.ReadAsync(path);
        Assert.Contains("data-confirm=", page, StringComparison.Ordinal);
        Assert.Contains("id=\"dry-run\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"D\"", page, StringComparison.Ordinal);
        using var retired = await admin.PostAsync(path, Fields("2", ("MovesTo", "D")));
        Assert.Equal("/admin/benefits/edit", retired.Headers.Location!.OriginalString);
        using var gone = await admin.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private async Task UndoAsync(StaffClient admin)
    {
        using var used = await admin.PostAsync("/admin/benefits/edit?handler=Restore", Fields("3", ("kind", "VenueKind"), ("code", "cinemas")));
        Assert.Contains("id=\"tp-errors\"", await used.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var undone = await admin.PostAsync("/admin/benefits/edit?handler=Restore", Fields("3", ("kind", "Level"), ("code", "E")));
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
    }

    private Dictionary<string, string> Fields(string revision, params (string Name, string Value)[] fields)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Version"] = Text(Catalogues.All[^1].Catalogue.Version),
            ["Revision"] = revision,
            ["Draft.ValidFrom"] = new RuleDesk(portal).Today.ToString("O", CultureInfo.InvariantCulture),
            ["Draft.Reason"] = "Asked for.",
        };
        foreach (var (name, value) in fields) all[name] = value;
        return all;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
