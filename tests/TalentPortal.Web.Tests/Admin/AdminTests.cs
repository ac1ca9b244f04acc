using System.Net;
using System.Text.RegularExpressions;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Admin;

public sealed partial class AdminTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/incidents")]
    [InlineData("/admin/failures")]
    [InlineData("/admin/parameters")]
    [InlineData("/admin/parameters?unverified=true")]
    [InlineData("/admin/items")]
    [InlineData("/admin/raw/item/RC320001/2")]
    [InlineData("/admin/raw/definition/talent-consultation/2")]
    [InlineData("/admin/appointments")]
    public async Task Get_Administrator_IsShown(string path)
    {
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");

        Assert.Contains("<h1", await admin.ReadAsync(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/incidents")]
    [InlineData("/admin/appointments")]
    [InlineData("/admin/raw/item/RC320001/2")]
    public async Task Get_Officer_IsSentAway(string path)
    {
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        using var answer = await town.GetAsync(path);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task GetRaw_UnknownVersion_IsNotFound()
    {
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");

        using var answer = await admin.GetAsync("/admin/raw/item/RC320001/999");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task GetParameters_DefaultUnverified_StandsOut()
    {
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");

        var page = await admin.ReadAsync("/admin/parameters?unverified=true");

        Assert.Contains("light.yellowShare", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-kind=\"info\">", page[page.IndexOf("<tbody", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostMessage_FailedOne_IsTriedAgainAndRecorded()
    {
        await portal.SubmitAsync();
        var message = (Guid)(await portal.Database.ScalarAsync(
            "update outbox_messages set status = 'Failed', sent_at = null, last_error = 'no route', leased_until = null where id = (select id from outbox_messages limit 1) returning id"))!;
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");
        Assert.Contains("no route", await admin.ReadAsync("/admin/failures"), StringComparison.Ordinal);

        using var answer = await admin.PostAsync($"/admin/failures?handler=Message&id={message}", []);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.NotEqual("Failed", await portal.Database.ScalarAsync("select status from outbox_messages where id = $1", message));
        Assert.Equal(1L, await portal.Database.ScalarAsync(
            "select count(*) from operation_events where type = 'MessageRetried' and facts->>'id' = $1", message.ToString()));
    }

    [Fact]
    public async Task PostRetry_WithoutReasonOrSettled_IsRefused()
    {
        var receipt = await portal.SubmitAsync();
        await portal.Database.ScalarAsync(
            "insert into incidents (id, case_id, reason, occurred_at) values ('i-1', $1, 'boom', $2)", receipt.CaseId, portal.Clock.GetUtcNow());
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");
        Assert.Contains("boom", await admin.ReadAsync("/admin/incidents"), StringComparison.Ordinal);

        using var without = await admin.PostAsync("/admin/incidents?handler=Retry", new() { ["incident"] = "i-1", ["OperationId"] = Guid.NewGuid().ToString() });
        Assert.Contains("#Reason", await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var unknown = await admin.PostAsync(
            "/admin/incidents?handler=Retry", new() { ["incident"] = "i-0", ["Reason"] = "again", ["OperationId"] = Guid.NewGuid().ToString() });
        Assert.Equal(HttpStatusCode.OK, unknown.StatusCode);
    }

    [Fact]
    public async Task GetLeader_EveryFigure_OpensAListThatCountsTheSame()
    {
        await portal.SubmitAsync();
        await portal.SubmitAsync(town: null);
        using var leader = await StaffClient.AsAsync(portal, "leader@demo");
        var page = await leader.ReadAsync("/leader");

        var figures = Figure().Matches(page);
        Assert.Contains(figures, figure => figure.Value.Contains("<b>", StringComparison.Ordinal));
        Assert.Contains(figures, figure => !figure.Value.Contains("<b>", StringComparison.Ordinal));
        foreach (Match figure in figures)
        {
            var list = await leader.ReadAsync(WebUtility.HtmlDecode(figure.Groups["href"].Value));
            Assert.Contains($"data-total=\"{figure.Groups["count"].Value}\"", list, StringComparison.Ordinal);
            Assert.DoesNotContain("Li Xiaolan", list, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("<a href=\"(?<href>/leader/cases[^\"]*)\">(<span[^>]*>[^<]*</span><b>)?(?<count>[0-9]+)<", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Figure();
}
