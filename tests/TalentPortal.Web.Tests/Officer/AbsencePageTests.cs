using System.Globalization;
using System.Net;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

/// <summary>The page of absences.</summary>
public sealed class AbsencePageTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    [Fact]
    public async Task Post_IsListed_AndCanBeEndedEarly()
    {
        using var department = await StaffClient.AsAsync(portal, Journey.Department);
        var standIn = await new TestPeople(portal.Services).OfficerAsync(PortalRole.DepartmentReviewer, "ys-agriculture");
        using (var answer = await department.PostAsync("/officer/absences", Fields(standIn.UserId, 0, 2)))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await department.ReadAsync("/officer/absences");
        Assert.Contains("data-kind=\"doing\"", page, StringComparison.Ordinal);
        var id = (Guid)(await portal.Database.ScalarAsync("select id from absences where stand_in_id = $1", standIn.UserId))!;
        for (var time = 0; time < 2; time++)
        {
            using var answer = await department.PostAsync("/officer/absences?handler=End", new(StringComparer.Ordinal) { ["absence"] = id.ToString() });
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from absences where id = $1 and ended_at is not null", id));
    }

    [Fact]
    public async Task Post_WithoutDaysOrWithAColleagueWithoutTheRight_ComesBackWithTheErrorsBesideTheFields()
    {
        using var department = await StaffClient.AsAsync(portal, Journey.Department);
        using (var answer = await department.PostAsync("/officer/absences", new(StringComparer.Ordinal) { ["Input.Covers"] = "all" }))
        {
            var page = await answer.Content.ReadAsStringAsync();
            foreach (var field in (string[])["StandInId", "FromOn", "ToOn"]) Assert.Contains($"href=\"#Input_{field}\"", page, StringComparison.Ordinal);
        }

        var town = await portal.ActorAsync(Journey.Town);
        using var refused = await department.PostAsync("/officer/absences", Fields(town.UserId, 0, 2));
        Assert.Contains("href=\"#Input_StandInId\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>There is no day after the last one that can be written: the page says that it is no day.</summary>
    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task Post_UntilTheEndOfTheCalendar_IsNoDay(string day)
    {
        using var department = await StaffClient.AsAsync(portal, Journey.Department);
        var standIn = await new TestPeople(portal.Services).OfficerAsync(PortalRole.DepartmentReviewer, "ys-agriculture");
        using var refused = await department.PostAsync("/officer/absences", new(Fields(standIn.UserId, 0, 2)) { ["Input.ToOn"] = day });
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("href=\"#Input_ToOn\"", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{day}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AHeadChoosesForWhom_AndAnExpertReadsThatNobodyStandsIn()
    {
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        var town = await portal.ActorAsync(Journey.Town);
        Assert.Contains($"<option value=\"{town.UserId}\" selected", await office.ReadAsync($"/officer/absences?about={town.UserId}"), StringComparison.Ordinal);
        using var expert = await StaffClient.AsAsync(portal, "expert1@demo");
        Assert.DoesNotContain("Input.FromOn", await expert.ReadAsync("/officer/absences"), StringComparison.Ordinal);
    }

    private Dictionary<string, string> Fields(Guid standIn, int from, int to) => new(StringComparer.Ordinal)
    {
        ["Input.OperationId"] = Guid.NewGuid().ToString(),
        ["Input.StandInId"] = standIn.ToString(),
        ["Input.FromOn"] = Day(from),
        ["Input.ToOn"] = Day(to),
        ["Input.Covers"] = "all",
    };

    private string Day(int later) => portal.Get<PortalTimeZone>().Today.AddDays(later).ToString("O", CultureInfo.InvariantCulture);
}
