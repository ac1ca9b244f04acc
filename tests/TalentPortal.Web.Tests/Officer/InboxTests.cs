using System.Net;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Pages.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

public sealed class InboxTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    [Fact]
    public async Task Get_PoolOfOwnTown_ShowsTheCaseMaskedAndItsLight()
    {
        var receipt = await portal.SubmitAsync();
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        var page = await town.ReadAsync("/officer?scope=Pool");

        Assert.Contains($"/officer/tasks/{receipt.Tasks[0].Id}", page, StringComparison.Ordinal);
        Assert.Contains("L********n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Li Xiaolan", page, StringComparison.Ordinal);
        Assert.Contains("data-light=\"yellow\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NothingOfOnesOwn_ShowsWhatMayBeTaken()
    {
        var receipt = await portal.SubmitAsync();
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        var mine = (await ReadAsync("town@demo", InboxScope.Mine)).Total;
        var page = await town.ReadAsync("/officer");

        Assert.Equal(mine == 0, page.Contains($"/officer/tasks/{receipt.Tasks[0].Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_CaseSearchBeforeATerm_ShowsTheNewestCases()
    {
        var receipt = await portal.SubmitAsync();
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        var page = await town.ReadAsync("/officer/cases");

        Assert.Contains(NumberText.Short(receipt.Number), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_OtherTown_FindsNothing()
    {
        var receipt = await portal.SubmitAsync();

        var own = await ReadAsync("town@demo", InboxScope.Pool);
        var other = await ReadAsync("town2@demo", InboxScope.Pool);

        Assert.Contains(own.Rows, row => row.TaskId == receipt.Tasks[0].Id);
        Assert.DoesNotContain(other.Rows, row => row.TaskId == receipt.Tasks[0].Id);
    }

    [Fact]
    public async Task Read_AfterClaim_MovesFromPoolToMine()
    {
        var receipt = await portal.SubmitAsync();
        var task = receipt.Tasks[0].Id;

        await portal.ClaimAsync("town@demo", task);

        Assert.DoesNotContain((await ReadAsync("town@demo", InboxScope.Pool)).Rows, row => row.TaskId == task);
        var mine = Assert.Single((await ReadAsync("town@demo", InboxScope.Mine)).Rows, row => row.TaskId == task);
        Assert.Equal((await portal.ActorAsync("town@demo")).UserId, mine.HolderId);
        Assert.DoesNotContain((await ReadAsync("town@demo", InboxScope.Colleagues)).Rows, row => row.TaskId == task);
    }

    [Fact]
    public async Task Read_LightFilter_CountsWhatItLists()
    {
        await portal.SubmitAsync();

        var all = await ReadAsync("town@demo", InboxScope.Pool);
        foreach (var (light, count) in all.Lights)
        {
            var some = await ReadAsync("town@demo", InboxScope.Pool, light);
            Assert.Equal(count, some.Rows.Count);
            Assert.All(some.Rows, row => Assert.Equal(light, row.Light));
        }

        Assert.Equal(all.Total, all.Rows.Count);
    }

    [Fact]
    public async Task Read_ByKey_NeitherRepeatsNorLosesWhenTasksArrive()
    {
        for (var i = 0; i < 5; i++) await portal.SubmitAsync();
        var actor = await portal.ActorAsync("town@demo");
        var before = (await ReadAsync("town@demo", InboxScope.Pool)).Rows.Select(row => row.TaskId).ToList();
        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = await portal.Get<InboxQuery>().ReadAsync(actor, new InboxFilter(InboxScope.Pool), after, 2, CancellationToken.None);
            seen.AddRange(page.Rows.Select(row => row.TaskId));
            after = page.Next;
            if (seen.Count == 2) await portal.SubmitAsync();
        }
        while (after is not null);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(before, seen.Where(before.Contains));
    }

    [Fact]
    public async Task Get_FilterThatMatchesNothing_OffersToClearIt()
    {
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        var page = await town.ReadAsync("/officer?scope=Pool&item=RC320001&light=Red");

        Assert.Contains("ti-filter-off", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Task_LeadsToTheOnesBeforeAndAfterInTheListFromWhichOneCame()
    {
        for (var i = 0; i < 3; i++) await portal.SubmitAsync();
        var actor = await portal.ActorAsync("town@demo");
        var filter = new InboxFilter(InboxScope.Pool, ServiceItem: "RC320001");
        var rows = (await portal.Get<InboxQuery>().ReadRowsAsync(actor, filter, after: null, 200, CancellationToken.None)).Rows;
        using var town = await StaffClient.AsAsync(portal, "town@demo");
        var from = Uri.EscapeDataString(filter.ToString());

        var inbox = WebUtility.HtmlDecode(await town.ReadAsync("/officer?scope=Pool&item=RC320001"));
        var middle = WebUtility.HtmlDecode(await town.ReadAsync($"/officer/tasks/{rows[1].TaskId}?from={from}"));

        Assert.Contains($"/officer/tasks/{rows[0].TaskId}?from={from}", inbox, StringComparison.Ordinal);
        Assert.Contains($"href=\"/officer/tasks/{rows[0].TaskId}?from={from}\" rel=\"prev\" data-key=\"[\"", Ordered(middle, "prev"), StringComparison.Ordinal);
        Assert.Contains($"href=\"/officer/tasks/{rows[2].TaskId}?from={from}\" rel=\"next\" data-key=\"]\"", Ordered(middle, "next"), StringComparison.Ordinal);
        Assert.Contains("item=RC320001", middle, StringComparison.Ordinal);
        Assert.Contains("data-when=\"[data-key='[']\"", middle, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", await town.ReadAsync($"/officer/tasks/{rows[0].TaskId}?from={from}"), StringComparison.Ordinal);
        Assert.Contains("rel=\"next\"", await town.ReadAsync($"/officer/tasks/{rows[0].TaskId}?from=nothing~at~all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostClaim_FreeTask_OpensIt()
    {
        var task = (await portal.SubmitAsync()).Tasks[0].Id;
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        using var answer = await town.PostAsync(
            "/officer?handler=Claim", new() { ["task"] = task.ToString(), ["operationId"] = Guid.NewGuid().ToString() }, formOf: "/officer?scope=Pool");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/officer/tasks/{task}", answer.Headers.Location?.OriginalString);
        Assert.Equal("Claimed", await portal.Database.ScalarAsync("select status from review_tasks where id = $1", task));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none.x")]
    [InlineData("20260101")]
    [InlineData("2026-01-01.00000000000000000000000000000001")]
    public void TryParse_NoCursor_IsNull(string? text) => Assert.Null(InboxCursor.TryParse(text));

    [Theory]
    [InlineData("2026-03-04")]
    [InlineData(null)]
    public void TryParse_OwnText_IsTheSame(string? due)
    {
        var cursor = new InboxCursor(due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Guid.NewGuid());

        Assert.Equal(cursor, InboxCursor.TryParse(cursor.ToString()));
    }

    private async Task<InboxPage> ReadAsync(string userName, InboxScope scope, Light? light = null) => await portal.Get<InboxQuery>()
        .ReadAsync(await portal.ActorAsync(userName), new InboxFilter(scope, Light: light), after: null, 200, CancellationToken.None);

    /// <summary>A link with its attributes in one order, whatever the tag helper makes of them.</summary>
    private static string Ordered(string page, string rel)
    {
        var link = page.Split("<a ").First(part => part.Contains($"rel=\"{rel}\"", StringComparison.Ordinal));
        var parts = link.Split('>')[0].Split(' ');
        return string.Join(' ', new[] { "href", "rel", "data-key" }.Select(name => parts.Single(part => part.StartsWith(name + "=", StringComparison.Ordinal))));
    }
}
