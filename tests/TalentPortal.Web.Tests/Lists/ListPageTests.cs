using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using TalentPortal.Core.Lists;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.TestCommon.People;
using TalentPortal.Web.Pages.Officer;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Lists;

/// <summary>Lists as their readers want them, and as they leave the portal.</summary>
public sealed partial class ListPageTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    private const string Leaders = "/leader/cases?handler=";
    private const string LastExport = "select facts::text from operation_events where type = 'ListExported' order by seq desc limit 1";

    [Fact]
    public async Task Export_OfASearch_HoldsWhatTheReaderSeesMaskedAndIsInTheAudit()
    {
        var own = await portal.SubmitAsync(name: "Nong Yulan");
        var other = await portal.SubmitAsync(town: OfficerPortal.ZhemuTown, name: "Nong Yulan");
        using var town = await StaffClient.AsAsync(portal, Journey.Town);

        var rows = await Exported.FromAsync(town, "/officer/search?handler=Export", new() { ["Term"] = "Nong Yulan", ["purpose"] = "CaseWork" });

        Assert.Contains(NumberText.Grouped(own.Number), rows[3]);
        Assert.DoesNotContain(rows, row => row.Contains(NumberText.Grouped(other.Number)) || row.Any(cell => cell.Contains("Yulan", StringComparison.Ordinal)));
        Assert.Equal(4, rows.Count);
        Assert.Contains("用途：办理业务", rows[0][0], StringComparison.Ordinal);
        var facts = JsonDocument.Parse((string)(await portal.Database.ScalarAsync(LastExport))!).RootElement;
        Assert.Equal("cases", facts.GetProperty("list").GetString());
        Assert.Equal("Name", facts.GetProperty("filter").GetProperty("search").GetString());
        Assert.Equal(1, facts.GetProperty("rows").GetInt32());
        Assert.DoesNotContain("Nong", facts.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_WithoutAPurposeOrTooLong_IsRefusedWithASentence()
    {
        await portal.SubmitAsync();
        await portal.SubmitAsync();
        using var leader = await StaffClient.AsAsync(portal, Journey.Leader);
        using (var answer = await leader.PostAsync(Leaders + "Export", []))
            Assert.Contains("请先选导出做什么用。", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var parameters = portal.Get<ParameterTable>();
        var limit = parameters.Of("list.exportMostRows").Single();
        parameters.Adopt([limit with { Value = JsonSerializer.SerializeToElement(1) }]);
        try
        {
            using var answer = await leader.PostAsync(Leaders + "Export", new() { ["purpose"] = "Report" });
            Assert.Contains("这个列表超过 1 行", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            parameters.Adopt([]);
        }
    }

    [Fact]
    public async Task Columns_AndOrder_AreKeptForTheAccountAloneAndExported()
    {
        await portal.SubmitAsync();
        var last = await portal.SubmitAsync();
        using var leader = await StaffClient.AsAsync(portal, Journey.Leader);
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        using (var kept = await leader.PostAsync(Leaders + "ListColumns&open=true", new() { ["column"] = "status", ["sort"] = "-number" }))
            Assert.Equal("/leader/cases?open=true", kept.Headers.Location!.OriginalString, ignoreCase: true);

        var page = await leader.ReadAsync("/leader/cases?open=true");
        Assert.Equal(2, Heads().Count(page));
        Assert.Contains("aria-sort=\"descending\"", page, StringComparison.Ordinal);
        Assert.Equal(7, Heads().Count(await office.ReadAsync("/leader/cases")));
        var rows = await Exported.FromAsync(leader, Leaders + "Export&open=true", new() { ["purpose"] = "Meeting" });
        Assert.Equal(2, rows[2].Count);
        Assert.Equal(rows.Skip(3).Select(row => row[0]).OrderDescending(StringComparer.Ordinal), rows.Skip(3).Select(row => row[0]));
        Assert.Contains(rows, row => row[0] == NumberText.Grouped(last.Number));
        using (var reset = await leader.PostAsync(Leaders + "ListSort&sort=-submitted", [])) Assert.Equal(HttpStatusCode.Redirect, reset.StatusCode);
        using (var junk = await leader.PostAsync(Leaders + "ListSort&sort=c.number;drop%20table%20cases", [])) Assert.Equal(HttpStatusCode.Redirect, junk.StatusCode);
        Assert.Equal("submitted", await portal.Database.ScalarAsync("select sort from list_views where list = 'leader-cases'"));
    }

    [Fact]
    public async Task Sort_ByEveryColumn_PagesThroughEachCaseOnce()
    {
        for (var i = 0; i < 3; i++) await portal.SubmitAsync(town: i == 0 ? null : OfficerPortal.YanshanTown);
        var query = portal.Get<TalentPortal.Core.Reviews.Queries.CaseListQuery>();
        foreach (var by in Enum.GetValues<TalentPortal.Core.Reviews.Queries.Lists.CaseListSort>())
        {
            foreach (var descending in new[] { false, true })
            {
                var filter = new TalentPortal.Core.Reviews.Queries.CaseListFilter { Order = new(by, descending) };
                var all = (await query.ReadDistrictAsync(filter, after: null, 1000, default)).Rows.Select(row => row.CaseId).ToList();
                var paged = new List<Guid>();
                string? after = null;
                do
                {
                    var page = await query.ReadDistrictAsync(filter, after, 2, default);
                    paged.AddRange(page.Rows.Select(row => row.CaseId));
                    after = page.Next;
                }
                while (after is not null);
                Assert.Equal(all, paged);
                Assert.Equal(all.Count, all.Distinct().Count());
            }
        }
    }

    [Fact]
    public async Task Inbox_ShowsTheColumnsChosenAndExportsTheTasksOfItsFilterAlone()
    {
        var mine = await portal.SubmitAsync(town: null);
        await portal.SubmitAsync();
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        var plain = await office.ReadAsync("/officer?scope=Pool");
        Assert.DoesNotContain("tp-listhead", plain, StringComparison.Ordinal);
        Assert.Contains("adjust=true", plain, StringComparison.Ordinal);
        Assert.Contains("tp-listhead", await office.ReadAsync("/officer?scope=Pool&adjust=true"), StringComparison.Ordinal);
        using (var kept = await office.PostAsync("/officer?handler=ListColumns&scope=Pool", new() { ["column"] = "arrived" }))
            Assert.Equal("/officer?scope=Pool", kept.Headers.Location!.OriginalString, ignoreCase: true);
        using (var saved = await office.PostAsync("/officer?handler=FilterSave&scope=Pool&item=RC320001", new() { ["filterName"] = "Pool questions" }))
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Pool questions", await office.ReadAsync("/officer"), StringComparison.Ordinal);
        var rows = await Exported.FromAsync(office, "/officer?handler=Export&scope=Pool&item=RC320001", new() { ["purpose"] = "CaseWork" });
        Assert.Equal(2, rows[2].Count);
        var waiting = (long)(await portal.Database.ScalarAsync("""
            select count(*) from review_tasks t join organisations o on o.id = t.organisation_id
            where o.code = 'ys-talent-office' and t.status = 'Open' and t.assignee_id is null
            """))!;
        Assert.Equal(waiting, rows.Count - 3);
        Assert.Contains(rows, row => row[0] == NumberText.Grouped(mine.Number));
    }

    [Fact]
    public async Task Filter_IsKeptRenamedAndDroppedByItsOwnerAlone()
    {
        using var leader = await StaffClient.AsAsync(portal, Journey.Leader);
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        using (var nameless = await leader.PostAsync(Leaders + "FilterSave&open=true", new() { ["filterName"] = "  " }))
            Assert.Contains("请给这个筛选起个名字。", await nameless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var saved = await leader.PostAsync(Leaders + "FilterSave&open=true&item=RC320001", new() { ["filterName"] = "Open questions" }))
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using (var again = await leader.PostAsync(Leaders + "FilterSave", new() { ["filterName"] = "Open questions" }))
            Assert.Contains("已有同名的筛选", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await leader.ReadAsync("/leader/cases"));
        var link = FilterLink().Match(page).Groups["href"].Value;
        Assert.Contains("open=true", link, StringComparison.Ordinal);
        Assert.Contains("item=RC320001", link, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"true\" translate=\"no\">Open questions", await leader.ReadAsync(link), StringComparison.Ordinal);
        Assert.DoesNotContain("Open questions", await office.ReadAsync("/leader/cases"), StringComparison.Ordinal);

        var id = ((Guid)(await portal.Database.ScalarAsync("select id from list_filters where name = 'Open questions'"))!).ToString();
        foreach (var handler in new[] { "FilterRename", "FilterDrop" })
        {
            using var foreign = await office.PostAsync(Leaders + handler, new() { ["filterId"] = id, ["filterName"] = "Mine now" });
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        }

        using (var renamed = await leader.PostAsync(Leaders + "FilterRename", new() { ["filterId"] = id, ["filterName"] = "Questions" }))
            Assert.Equal(HttpStatusCode.Redirect, renamed.StatusCode);
        Assert.Contains(">Questions</a>", await leader.ReadAsync("/leader/cases"), StringComparison.Ordinal);
        using (var dropped = await leader.PostAsync(Leaders + "FilterDrop", new() { ["filterId"] = id })) Assert.Equal(HttpStatusCode.Redirect, dropped.StatusCode);
        Assert.DoesNotContain(">Questions</a>", await leader.ReadAsync("/leader/cases"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_MoreThanCanBeSurveyed_IsRefused()
    {
        var views = portal.Get<ListViews>();
        var user = (await portal.ActorAsync("expert1@demo")).UserId;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < SavedFilter.MostOfOneList; i++) Assert.True((await views.SaveAsync(user, "cases", $"Filter {i}", values, default)).Succeeded);
        Assert.IsType<TooManyFilters>((await views.SaveAsync(user, "cases", "One more", values, default)).Refusal);
        Assert.True((await views.SaveAsync(user, "leader-cases", "Another list", values, default)).Succeeded);
        Assert.IsType<FilterNameTooLong>((await views.SaveAsync(user, "leader-cases", new string('n', SavedFilter.LongestName + 1), values, default)).Refusal);
    }

    [GeneratedRegex("<th[ >]", RegexOptions.NonBacktracking)]
    private static partial Regex Heads();

    [GeneratedRegex("<a href=\"(?<href>[^\"]+)\" translate=\"no\">Open questions", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FilterLink();
}
