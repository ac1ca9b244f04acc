using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Calendar;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Admin;

/// <summary>An administrator brings in a year after a look at what it moves.</summary>
public sealed class CalendarPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Days = "2027-01-01,off,新年,New Year\n2027-01-02,off,新年,New Year\n2027-01-03,off,新年,New Year\n2027-01-09,work";

    [Fact]
    public async Task Year_IsLookedAtThenBroughtInAndCounts()
    {
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");
        Assert.Contains("2027", await admin.ReadAsync("/admin/calendars"), StringComparison.Ordinal);
        using (var looked = await admin.PostAsync("/admin/calendars?handler=Preview", Fields(Days)))
            Assert.Contains("handler=Apply", await looked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(portal.Services.GetRequiredService<WorkingCalendar>().Knows(2027));
        using (var applied = await admin.PostAsync("/admin/calendars?handler=Apply", Fields(Days)))
            Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        var calendar = portal.Services.GetRequiredService<WorkingCalendar>();
        Assert.Equal(CalendarDayKind.MadeUpWorkday, calendar.Day(new DateOnly(2027, 1, 9)).Kind);
        Assert.Contains("2027-01-02,off", await admin.ReadAsync("/admin/calendars?layer=national&year=2027"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongText_IsSaidBesideTheFieldAndNothingIsKept()
    {
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");
        using var answer = await admin.PostAsync("/admin/calendars?handler=Apply", Fields("2029-01-01,off,<b>,New Year\n2029-02-30,work"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("第 2 行", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>,New", page, StringComparison.Ordinal);
        Assert.False(portal.Services.GetRequiredService<WorkingCalendar>().Knows(2029));
    }

    private static Dictionary<string, string> Fields(string text) => new(StringComparer.Ordinal)
    {
        ["operationId"] = Guid.NewGuid().ToString(),
        ["Input.Layer"] = "national",
        ["Input.Text"] = text,
        ["Input.Source"] = "Notice 7 of 2026",
    };
}
