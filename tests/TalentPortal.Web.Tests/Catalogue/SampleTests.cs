using System.Net;
using TalentPortal.TestCommon.People;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Catalogue;

/// <summary>Samples of materials: public files, linked where they are needed; and the mark on made-up cases.</summary>
public sealed class SampleTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    [Fact]
    public async Task Get_Sample_IsAPageForAnybody()
    {
        using var client = portal.CreateClient();
        using var answer = await client.GetAsync(new Uri("/samples/household-list.html", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("带动农户名单", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("/samples/household-list.html", await client.GetStringAsync(new Uri("/services/talent-recognition", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/samples/nothing.html")]
    [InlineData("/samples/..%2Faccounts%2Fsecurity.json")]
    [InlineData("/samples/%2e%2e%2fservices%2ftalent-recognition.json")]
    public async Task Get_WhatIsNoSample_IsNotFound(string path)
    {
        using var client = portal.CreateClient();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_CaseOfTheDemonstration_IsMarkedAndAnotherIsNot()
    {
        var made = await portal.SubmitAsync();
        using var town = await StaffClient.AsAsync(portal, "town@demo");
        Assert.Contains("演示数据", WebUtility.HtmlDecode(await town.ReadAsync($"/officer/cases/{made.CaseId}")), StringComparison.Ordinal);
        Assert.Contains("演示数据", WebUtility.HtmlDecode(await town.ReadAsync($"/officer/tasks/{made.Tasks[0].Id}")), StringComparison.Ordinal);
        using var talent = await StaffClient.AsAsync(portal, "talent@demo");
        Assert.Contains("演示数据", WebUtility.HtmlDecode(await talent.ReadAsync($"/cases/{made.Number}")), StringComparison.Ordinal);

        var journey = await Journey.BeginAsync(portal);
        using var office = await StaffClient.AsAsync(portal, "office@demo");
        Assert.DoesNotContain("演示数据", WebUtility.HtmlDecode(await office.ReadAsync($"/officer/cases/{journey.CaseId}")), StringComparison.Ordinal);
    }
}
