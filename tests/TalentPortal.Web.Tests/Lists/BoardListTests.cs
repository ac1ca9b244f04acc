using System.Globalization;
using TalentPortal.Core.Standards;
using TalentPortal.TestCommon.People;
using TalentPortal.Web.Pages.Officer;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Lists;

/// <summary>The lists of notices, leads and incidents: columns and filters of one's own, and sheets with a trace.</summary>
public sealed class BoardListTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    private const string Notices = "/officer/notices";
    private const string Leads = "/officer/objections/leads";
    private const string Incidents = "/admin/incidents";
    private const string LastExport = "select facts ->> 'list' || ' ' || (facts ->> 'rows') || ' ' || (facts ->> 'filter') from "
        + "(select facts::json, seq from operation_events where type = 'ListExported') e order by seq desc limit 1";

    [Fact]
    public async Task NoticesAndLeads_AreFilteredKeptAndTakenOutMasked()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.DecideAsync(Journey.Village, "recommend", "Recommend");
        var notice = (Guid)(await journey.ScalarAsync("select notice_id from notice_entries where case_id = $1"))!;
        var entry = await journey.EntryAsync();
        var year = ((DateOnly)(await portal.Database.ScalarAsync("select starts_on from public_notices where id = $1", notice))!).Year.ToString(CultureInfo.InvariantCulture);
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        using (var sent = await office.PostAsync($"/notices/{notice}/lead/{entry}", new() { ["Input.Content"] = "Ask at the mill." })) Assert.True(sent.IsSuccessStatusCode || (int)sent.StatusCode < 400);

        Assert.Contains($"{Notices}/{notice}/record", await office.ReadAsync($"{Notices}?year={year}&running=true"), StringComparison.Ordinal);
        Assert.DoesNotContain($"{Notices}/{notice}/record", await office.ReadAsync($"{Notices}?year=2019"), StringComparison.Ordinal);
        using (var kept = await office.PostAsync($"{Notices}?handler=FilterSave&year={year}", new() { ["filterName"] = "This year" })) Assert.Equal(302, (int)kept.StatusCode);
        Assert.Contains("This year", await office.ReadAsync(Notices), StringComparison.Ordinal);
        using (var chosen = await office.PostAsync($"{Notices}?handler=ListColumns", new() { ["column"] = "ends", ["sort"] = "-ends" })) Assert.Equal(302, (int)chosen.StatusCode);
        Assert.Contains("aria-sort=\"descending\"", await office.ReadAsync(Notices), StringComparison.Ordinal);
        var sheet = await Exported.FromAsync(office, $"{Notices}?handler=Export&year={year}", new() { ["purpose"] = "Report" });
        Assert.Equal(2, sheet[2].Count);
        Assert.StartsWith("notices 1", (string)(await portal.Database.ScalarAsync(LastExport))!, StringComparison.Ordinal);

        var name = (string)(await journey.ScalarAsync("select subject_name from notice_entries where case_id = $1"))!;
        Assert.Contains(name, await office.ReadAsync($"{Leads}?notice={notice}"), StringComparison.Ordinal);
        var leads = await Exported.FromAsync(office, $"{Leads}?handler=Export&notice={notice}", new() { ["purpose"] = "CaseWork" });
        Assert.Contains(Mask.Name(name), leads[3]);
        Assert.Contains("Ask at the mill.", leads[3]);
        Assert.DoesNotContain(leads, row => row.Contains(name));
        Assert.StartsWith("leads 1", (string)(await portal.Database.ScalarAsync(LastExport))!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Incidents_AreFilteredByStateOrderedAndTakenOut()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");

        Assert.Contains(stopped.IncidentId, await admin.ReadAsync($"{Incidents}?state=Open"), StringComparison.Ordinal);
        Assert.DoesNotContain(stopped.IncidentId, await admin.ReadAsync($"{Incidents}?state=Settled"), StringComparison.Ordinal);
        using (var sorted = await admin.PostAsync($"{Incidents}?handler=ListSort&sort=-when", [])) Assert.Equal(302, (int)sorted.StatusCode);
        Assert.Contains("aria-sort=\"descending\"", await admin.ReadAsync(Incidents), StringComparison.Ordinal);
        var sheet = await Exported.FromAsync(admin, $"{Incidents}?handler=Export&state=Open", new() { ["purpose"] = "Report" });
        Assert.Contains(sheet, row => row.Contains(NumberText.Grouped(stopped.Number)) && row.Contains($"Elsa.WriteLine {StoppedConsultation.Stopping}"));
        Assert.Contains("Open", (string)(await portal.Database.ScalarAsync(LastExport))!, StringComparison.Ordinal);
    }
}
