using System.Net;
using System.Text.RegularExpressions;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Notices;

/// <summary>The talent office publishes ticked cases in one notice: it reads the text first, and then what became of each.</summary>
public sealed partial class ReadyPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Page = "/officer/notices/ready";

    [Fact]
    public async Task Ticked_AreShownThenPublishedInOneNotice()
    {
        var cases = await new ReadyCases(portal).MakeAsync(2);
        var query = $"{Page}?case={cases[0]}&case={cases[1]}";
        using var office = await StaffClient.AsAsync(portal, Journey.Office);

        var shown = await office.ReadAsync(query);
        Assert.Contains("发布这 2 件", shown, StringComparison.Ordinal);
        Assert.Contains("Qin Xiaohe", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", shown, StringComparison.Ordinal);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OperationId"] = Operation().Match(shown).Groups[1].Value,
            ["case[0]"] = cases[0].ToString(),
            ["case[1]"] = cases[1].ToString(),
        };
        using var published = await office.PostAsync(Page, fields, query);
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        var result = await office.ReadAsync(published.Headers.Location!.OriginalString);
        Assert.Contains("2 件都已公示", result, StringComparison.Ordinal);
        var notice = await portal.Database.ScalarAsync("select notice_id from notice_entries where case_id = $1", cases[0]);
        Assert.Contains($"/notices/{notice}", result, StringComparison.Ordinal);
        Assert.Contains("已不在等候公示", await office.ReadAsync(query), StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"OperationId\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Operation();
}
