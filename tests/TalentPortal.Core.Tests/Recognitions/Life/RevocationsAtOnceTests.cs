using Npgsql;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.Revocations;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Recognitions.Life;

/// <summary>One recognition meets one revocation, however many officers begin one; two recognitions of one person meet two.</summary>
public sealed class RevocationsAtOnceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string WaitingSql = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    [Fact]
    public async Task Open_ManyAtOnce_OneHearingBegins()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        var officer = await talent.Journey.ActorAsync(Journey.Office);
        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => OpenAsync(talent, officer, talent.Number))));
        var first = Assert.Single(opened, one => one.Succeeded).Value;
        Assert.All(opened.Where(one => !one.Succeeded), one => Assert.IsType<RevocationUnderWay>(one.Refusal));
        Assert.Equal(1, await talent.ToldAsync("recognition-hearing"));

        var second = await RecognisedTalent.BeginAsync(portal);
        await portal.Database.ScalarAsync("update recognitions set person_id = (select person_id from recognitions where case_id = $1), category = 'B' where case_id = $2",
            talent.Journey.CaseId, second.Journey.CaseId);
        var other = await OpenAsync(second, officer, second.Number);
        Assert.True(other.Succeeded, other.Refusal?.ToString());
        Assert.NotEqual(first, other.Value);
        Assert.IsType<RevocationUnderWay>((await OpenAsync(second, officer, second.Number)).Refusal);
    }

    [Fact]
    public async Task Open_DecidedAndNotYetCarriedOut_IsUnderWay()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        var holder = await talent.Journey.ActorAsync(talent.Journey.Talent.UserId);
        var returned = talent.Journey.OfCase((await talent.Service<RevocationCases>().ReturnAsync(
            holder, talent.Number, "I move away.", talent.Journey.Begin("RecognitionReturning", holder), default)).Value);
        await using (var connection = await portal.Database.DataSource.OpenConnectionAsync())
        {
            await using var job = await HoldAsync(connection, "select from cases where id = $1 for no key update", talent);
            await returned.DecideAsync(Journey.Office, "confirm", "Confirm");
            Assert.Equal("Valid", await talent.StatusAsync());
            Assert.IsType<RevocationUnderWay>((await talent.OpenRevocationAsync()).Refusal);
        }

        await portal.RunJobsAsync();
        Assert.Equal(new RecognitionNotInState(RecognitionStatus.Revoked, RecognitionStatus.Revoked), (await talent.OpenRevocationAsync()).Refusal);
    }

    /// <summary>The recognition ends in another transaction while a check of it is handed in: the check waits, and is refused.</summary>
    [Fact]
    public async Task HandInCheck_WhileTheRecognitionEnds_IsRefused()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        await talent.GoToAsync((await talent.VerifyAsync()).IssuedOn.Year + 1, 1, 6);
        await using var connection = await portal.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await HoldAsync(connection, "update recognitions set status = 'Lapsed' where case_id = $1", talent);
        var handingIn = talent.TryHandInCheckAsync();
        while (!handingIn.IsCompleted && await portal.Database.ScalarAsync(WaitingSql) is 0L) await Task.Yield();
        await transaction.CommitAsync();
        Assert.IsType<RecognitionNotHeld>((await handingIn).Refusal);
    }

    private static async Task<NpgsqlTransaction> HoldAsync(NpgsqlConnection connection, string sql, RecognisedTalent talent)
    {
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(sql, connection, transaction) { Parameters = { new() { Value = talent.Journey.CaseId } } };
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    private static Task<Result<Guid>> OpenAsync(RecognisedTalent talent, Core.Accounts.Actor officer, string number) => talent.Service<RevocationCases>()
        .OpenAsync(officer, number, "false-material", "The list of households is not true.", talent.Journey.Begin("RevocationOpening", officer), default);
}
