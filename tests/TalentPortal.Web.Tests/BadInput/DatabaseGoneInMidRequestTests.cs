using System.Net;
using Npgsql;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Officer;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.BadInput;

/// <summary>The database goes while a form is being handled: a clear page, nothing half-written, and the same form works afterwards.</summary>
public sealed class DatabaseGoneInMidRequestTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    [Fact]
    public async Task Decide_SessionCutWhileItWaitsForTheCase_WritesNothingAndWorksWhenSentAgain()
    {
        var receipt = await portal.SubmitAsync();
        var path = $"/officer/tasks/{receipt.Tasks[0].Id}";
        using var officer = new Browser(portal, await portal.ActorAsync("town@demo"));
        var open = await officer.HiddenAsync(path);
        (string, string)[] typed = [("Input.Outcome", "Accept"), ("Input.Reason", "All is there.")];

        using (var answer = await WhileCaseIsLockedAsync(receipt.CaseId, () => officer.SendAsync(path, open, typed)))
            await AssertUnavailableAsync(answer);
        Assert.Equal("Submitted", await StatusAsync(receipt.CaseId));
        Assert.Equal(0L, await CountAsync("decisions", receipt.CaseId));

        using var again = await officer.SendAsync(path, open, typed);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("InReview", await StatusAsync(receipt.CaseId));
        Assert.Equal(1L, await CountAsync("decisions", receipt.CaseId));
    }

    [Fact]
    public async Task HandIn_SessionCutWhileItWaitsForTheCase_WritesNothingAndWorksWhenSentAgain()
    {
        using var talent = new Browser(portal, await portal.ActorAsync("talent@demo"));
        var id = await Forms.FilledAsync(talent);
        var path = $"/applications/{id}/check";
        var open = await talent.HiddenAsync(path);

        using (var answer = await WhileCaseIsLockedAsync(id, () => talent.SendAsync(path, open, [("consent", "true")])))
            await AssertUnavailableAsync(answer);
        Assert.Equal("Draft", await StatusAsync(id));
        Assert.Equal(0L, await CountAsync("review_tasks", id));
        Assert.Equal(0L, await CountAsync("consents", id));

        using var again = await talent.SendAsync(path, open, [("consent", "true")]);
        Assert.Equal($"/applications/{id}/receipt", again.Headers.Location?.OriginalString);
        Assert.Equal("Submitted", await StatusAsync(id));
        Assert.Equal(1L, await CountAsync("review_tasks", id));
    }

    /// <summary>Holds the case's lock until the request waits for it, then cuts every session of the portal.</summary>
    private async Task<HttpResponseMessage> WhileCaseIsLockedAsync(Guid caseId, Func<Task<HttpResponseMessage>> send)
    {
        await using var connection = await portal.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select from cases where id = $1 for update", connection) { Parameters = { new() { Value = caseId } } })
            await hold.ExecuteNonQueryAsync();
        var answer = send();
        while (!answer.IsCompleted && await WaitingAsync() == 0) await Task.Yield();
        await portal.Database.ScalarAsync(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        var result = await answer;
        await transaction.RollbackAsync();
        return result;
    }

    private async Task<long> WaitingAsync() => (long)(await portal.Database.ScalarAsync(
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))!;

    private static async Task AssertUnavailableAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
        Assert.Contains("数据库暂时连不上", await Browser.BodyAsync(answer), StringComparison.Ordinal);
    }

    private async Task<string> StatusAsync(Guid id) =>
        (string)(await portal.Database.ScalarAsync("select status from applications where case_id = $1", id))!;

    private async Task<long> CountAsync(string table, Guid id) =>
        (long)(await portal.Database.ScalarAsync($"select count(*) from {table} where case_id = $1", id))!;
}
