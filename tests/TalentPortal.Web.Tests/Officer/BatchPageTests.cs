using System.Net;
using System.Text.Json;
using TalentPortal.TestCommon.People;
using TalentPortal.Web.Tests.Api;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

/// <summary>Ticked tasks answered at once, on the page and through the API.</summary>
public sealed class BatchPageTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    [Fact]
    public async Task Get_ListsWhatIsTakenAlong_AndWhyARowIsNot()
    {
        var (free, other) = (await TaskAsync(), await TaskAsync());
        await portal.DecideAsync(Journey.Town, other, "Reject", "Not for us.");
        using var town = await StaffClient.AsAsync(portal, Journey.Town);
        var page = await town.ReadAsync($"/officer/batch?task={free}&task={other}&task={Guid.NewGuid()}");
        Assert.Contains($"name=\"task\" value=\"{free}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"task\" value=\"{other}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Accept\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Supplement\"", page, StringComparison.Ordinal);
        Assert.Contains("data-bulk", await town.ReadAsync("/officer?scope=Pool"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-bulk", await town.ReadAsync("/officer?scope=Colleagues"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithoutATick_SaysWhereToTick()
    {
        using var town = await StaffClient.AsAsync(portal, Journey.Town);
        Assert.Contains("ti-checkbox", await town.ReadAsync("/officer/batch"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ARowThatAColleagueDecidedMeanwhile_IsToldApart()
    {
        var tasks = new[] { await TaskAsync(), await TaskAsync() };
        using var town = await StaffClient.AsAsync(portal, Journey.Town);
        var fields = Fields(tasks, "Accept", "");
        await portal.DecideAsync(Journey.Town, tasks[1], "Accept");
        for (var time = 0; time < 2; time++)
        {
            using var answer = await town.PostAsync("/officer/batch?" + Query(tasks), fields);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("data-kind=\"ok\"", page, StringComparison.Ordinal);
            Assert.Contains("data-kind=\"info\"", page, StringComparison.Ordinal);
        }

        Assert.Equal(2L, await portal.Database.ScalarAsync("select count(*) from decisions where task_id = any($1)", tasks));
    }

    [Theory]
    [InlineData("", "For a reason.", "Input_Outcome")]
    [InlineData("Reject", " ", "Input_Reason")]
    public async Task Post_WithoutAnswerOrReason_ComesBackWithTheErrorBesideItsField(string outcome, string reason, string wrong)
    {
        var task = await TaskAsync();
        using var town = await StaffClient.AsAsync(portal, Journey.Town);
        using var answer = await town.PostAsync($"/officer/batch?task={task}", Fields([task], outcome, reason));
        Assert.Contains($"href=\"#{wrong}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from decisions where task_id = $1", task));
    }

    [Fact]
    public async Task Api_AnswersARowForEachTask_AndTheSameAgain()
    {
        var tasks = new[] { await TaskAsync(), Guid.NewGuid() };
        using var town = new ApiClient(portal, await portal.ActorAsync(Journey.Town));
        string? first = null;
        for (var time = 0; time < 2; time++)
        {
            using var answer = await town.PostAsync("tasks/batch", new { tasks, outcome = "Accept" }, $"batch-{tasks[0]}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(first ??= text, text);
        }

        using var body = JsonDocument.Parse(first!);
        var rows = body.RootElement.GetProperty("rows");
        Assert.Equal(201, rows[0].GetProperty("httpStatus").GetInt32());
        Assert.Equal("CaseNotFound", rows[1].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Api_TooManyOrNone_IsRefused()
    {
        using var town = new ApiClient(portal, await portal.ActorAsync(Journey.Town));
        foreach (var tasks in new[] { [], Enumerable.Range(0, 101).Select(_ => Guid.NewGuid()).ToArray() })
        {
            using var answer = await town.PostAsync("tasks/batch", new { tasks, outcome = "Accept" });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
    }

    private async Task<Guid> TaskAsync() => (await portal.SubmitAsync()).Tasks[0].Id;

    private static string Query(IEnumerable<Guid> tasks) => string.Join('&', tasks.Select(task => $"task={task}"));

    private static Dictionary<string, string> Fields(Guid[] tasks, string outcome, string reason) => new(StringComparer.Ordinal)
    {
        ["Input.OperationId"] = tasks[0].ToString(),
        ["Input.Outcome"] = outcome,
        ["Input.Reason"] = reason,
    };
}
