using System.Globalization;
using System.Net;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

/// <summary>The page on which tasks are handed over.</summary>
public sealed class HandoverPageTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    [Fact]
    public async Task Admin_HandsOverAndEndsTheAppointments()
    {
        var (leaver, colleague, task) = await LeavingAsync();
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");
        var address = $"/officer/handover?from=person:{leaver.UserId}&to=person:{colleague.UserId}";
        Assert.Contains($"name=\"task\" value=\"{task}\"", await admin.ReadAsync(address), StringComparison.Ordinal);
        var fields = Fields(task, "Moves to the city.");
        fields["Input.LastOn"] = portal.Get<PortalTimeZone>().Today.ToString("O", CultureInfo.InvariantCulture);
        for (var time = 0; time < 2; time++)
        {
            using var answer = await admin.PostAsync(address, fields);
            Assert.Contains("data-kind=\"ok\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(colleague.UserId, await portal.Database.ScalarAsync("select assignee_id from review_tasks where id = $1", task));
        Assert.NotNull(await portal.Database.ScalarAsync("select to_on from appointments where user_id = $1", leaver.UserId));
    }

    [Fact]
    public async Task Head_SeesWhatEachBecomes_AndIsAskedForAReason()
    {
        var (leaver, _, task) = await LeavingAsync();
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        Assert.Contains($"person:{leaver.UserId}", await office.ReadAsync("/officer/handover"), StringComparison.Ordinal);
        var wrong = await portal.ActorAsync(Journey.Town);
        var stays = await office.ReadAsync($"/officer/handover?from=person:{leaver.UserId}&to=person:{wrong.UserId}");
        Assert.Contains("data-kind=\"fix\"", stays, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.Reason", stays, StringComparison.Ordinal);
        var address = $"/officer/handover?from=person:{leaver.UserId}&to=pool";
        var page = await office.ReadAsync(address);
        Assert.DoesNotContain("Input.LastOn", page, StringComparison.Ordinal);
        using (var answer = await office.PostAsync(address, Fields(task, " ")))
            Assert.Contains("href=\"#Input_Reason\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var answer = await office.PostAsync("/officer/handover", Fields(task, "Moves.")))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Claimed", await portal.Database.ScalarAsync("select status from review_tasks where id = $1", task));
    }

    private async Task<(Actor Leaver, Actor Colleague, Guid Task)> LeavingAsync()
    {
        var people = new TestPeople(portal.Services);
        var (leaver, colleague) = (await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office"), await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office"));
        var task = (await portal.SubmitAsync(town: null)).Tasks[0].Id;
        var claimed = await new Desk(portal).ClaimAsync(leaver, task);
        Assert.True(claimed.Succeeded, claimed.Refusal?.ToString());
        return (leaver, colleague, task);
    }

    private static Dictionary<string, string> Fields(Guid task, string reason) => new(StringComparer.Ordinal)
    {
        ["Input.OperationId"] = task.ToString(),
        ["task"] = task.ToString(),
        ["Input.Reason"] = reason,
    };
}
