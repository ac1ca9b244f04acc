using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Catalogue;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Admin;

/// <summary>An administrator writes a change, the head of the talent office releases it, through the pages.</summary>
public sealed class RulePagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private RuleDesk Desk { get; } = new(portal);

    private string Tomorrow => Desk.Today.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task PostParameter_ThenRelease_ChangesTheValueFromItsDayOn()
    {
        using var admin = await StaffClient.AsAsync(portal, RuleDesk.Admin);
        using var written = await admin.PostAsync("/admin/parameters/objection.days", Fields("12", "WorkingDays"));
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        var change = written.Headers.Location!.OriginalString;
        Assert.DoesNotContain("handler=Release", await admin.ReadAsync(change), StringComparison.Ordinal);
        using var own = await admin.PostAsync(change + "?handler=Release", new() { ["Revision"] = "1", ["Input.Reason"] = "Mine" });
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);

        using var office = await StaffClient.AsAsync(portal, RuleDesk.Office);
        Assert.Contains(change, await office.ReadAsync("/admin/rules"), StringComparison.Ordinal);
        Assert.Contains("handler=Release", await office.ReadAsync(change), StringComparison.Ordinal);
        using var without = await office.PostAsync(change + "?handler=Release", new() { ["Revision"] = "1" });
        Assert.Contains("#Input_Reason", await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var released = await office.PostAsync(change + "?handler=Release", new() { ["Revision"] = "1", ["Input.Reason"] = "Checked" });

        Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);
        Assert.Equal((10, 12), (Desk.Parameters.Int("objection.days", Desk.Today), Desk.Parameters.Int("objection.days", Desk.Today.AddDays(1))));
        Assert.Contains("objection.days", await admin.ReadAsync("/admin/parameters?changing=true"), StringComparison.Ordinal);
        Assert.Contains(change, await admin.ReadAsync("/admin/parameters/objection.days"), StringComparison.Ordinal);
        using var back = await admin.PostAsync(change + "?handler=Withdraw", new() { ["Input.Reason"] = "A typing error" });
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
    }

    [Fact]
    public async Task PostParameter_BadInput_IsToldBesideTheField()
    {
        using var admin = await StaffClient.AsAsync(portal, RuleDesk.Admin);

        using var large = await admin.PostAsync("/admin/parameters/recog.maxAge", Fields("999", "Years"));
        Assert.Contains("#Input_Value", await large.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var past = await admin.PostAsync("/admin/parameters/recog.maxAge", Fields("61", "Years", "2020-01-01"));
        Assert.Contains("#Draft_ValidFrom", await past.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var blank = await admin.PostAsync("/admin/parameters/recog.maxAge", new() { ["Input.Unit"] = "Years" });
        Assert.Contains("#Draft_Source", await blank.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var unknown = await admin.GetAsync("/admin/parameters/nothing.here");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task PostDiscardAndEdit_ByTheAuthor_AndAReleaseOfTheOldRevisionIsRefused()
    {
        using var admin = await StaffClient.AsAsync(portal, RuleDesk.Admin);
        using var written = await admin.PostAsync("/admin/parameters/supplement.days", Fields("20", "WorkingDays"));
        var change = written.Headers.Location!.OriginalString;
        using var edited = await admin.PostAsync("/admin/parameters/supplement.days", new(Fields("21", "WorkingDays")) { ["Input.Revision"] = "1" });
        Assert.Equal(change, edited.Headers.Location!.OriginalString);

        using var office = await StaffClient.AsAsync(portal, RuleDesk.Office);
        using var stale = await office.PostAsync(change + "?handler=Release", new() { ["Revision"] = "1", ["Input.Reason"] = "Checked" });
        var page = await stale.Content.ReadAsStringAsync();
        Assert.Contains("name=\"Revision\" value=\"2\"", page, StringComparison.Ordinal);
        Assert.Equal(15, Desk.Parameters.Int("supplement.days", Desk.Today.AddDays(1)));
        using var discarded = await admin.PostAsync(change + "?handler=Discard", new() { ["Revision"] = "2" });
        Assert.Equal(HttpStatusCode.Redirect, discarded.StatusCode);
    }

    [Fact]
    public async Task PostItem_ThenDryRunAndRelease_MakesTheNextVersion()
    {
        const string points = "Values[score/items/leading/parts/households/tiers/twenty/points]";
        var journey = await Journey.BeginAsync(portal);
        using var admin = await StaffClient.AsAsync(portal, RuleDesk.Admin);
        var version = portal.Services.GetRequiredService<ServiceItems>().Find("RC010001")!.Item.Version;
        var fields = new Dictionary<string, string>(Fields("", ""), StringComparer.Ordinal) { ["Version"] = Text(version), [points] = "21" };
        fields.Remove("Input.Value");
        fields.Remove("Input.Unit");
        using var above = await admin.PostAsync("/admin/rules/items/RC010001", fields);
        Assert.Contains("Values_score_items_leading_parts_households_tiers_twenty_points_-e", await above.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var stale = await admin.PostAsync("/admin/rules/items/RC010001", new(fields) { ["Version"] = Text(version + 1) });
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
        using var written = await admin.PostAsync("/admin/rules/items/RC010001", new(fields) { [points] = "18" });
        var change = written.Headers.Location!.OriginalString;
        Assert.Contains("value=\"18\"", await admin.ReadAsync("/admin/rules/items/RC010001"), StringComparison.Ordinal);

        using var office = await StaffClient.AsAsync(portal, RuleDesk.Office);
        using var never = await office.PostAsync(change + "?handler=Release", new() { ["Revision"] = "1", ["Input.Reason"] = "Checked" });
        Assert.Contains("#Input_WithoutDryRun", await never.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var period = await office.PostAsync(change + "?handler=DryRun", new() { ["Period.From"] = Day(1), ["Period.To"] = Day(0) });
        Assert.Contains("#Period_From", await period.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var started = await office.PostAsync(change + "?handler=DryRun", new() { ["Period.From"] = Day(-30), ["Period.To"] = Day(0) });
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        await Desk.WorkOffAsync("rules.dry-run");
        var page = await office.ReadAsync(change);
        Assert.Contains("id=\"dry-run\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Qin Xiaohe", page, StringComparison.Ordinal);
        Assert.NotNull(journey.Receipt);
        using var released = await office.PostAsync(change + "?handler=Release", new() { ["Revision"] = "1", ["Input.Reason"] = "Checked" });

        Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);
        Assert.Contains("18", await office.ReadAsync(change), StringComparison.Ordinal);
        using var unknown = await admin.GetAsync("/admin/rules/items/RC999999");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Day(int from) => Desk.Today.AddDays(from).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Dictionary<string, string> Fields(string value, string unit, string? from = null) => new(StringComparer.Ordinal)
    {
        ["Input.Value"] = value,
        ["Input.Unit"] = unit,
        ["Draft.ValidFrom"] = from ?? Tomorrow,
        ["Draft.Provenance"] = "SourceDocument",
        ["Draft.Source"] = "Document 12 (2026)",
        ["Draft.Reason"] = "The yearly review asked for it.",
    };
}
