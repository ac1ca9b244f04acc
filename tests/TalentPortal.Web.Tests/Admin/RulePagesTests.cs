using System.Net;
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
