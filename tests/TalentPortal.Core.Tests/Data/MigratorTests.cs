using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.Databases;
using Xunit;

namespace TalentPortal.Core.Tests.Data;

public sealed class MigratorTests : IAsyncLifetime
{
    private static readonly Migration First = new(1, "first", "create table first (n int); insert into first values (1);");
    private static readonly Migration Second = new(2, "second", "alter table first add column m int not null default 7;");
    private readonly EmptyDatabase database = new();
    private readonly TestClock clock = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task MigrateAsync_EmptyDatabase_AppliesAllInOrderAndNotesThem()
    {
        Assert.Equal(2, await MigrateAsync(First, Second));

        Assert.Equal(7, await ScalarAsync("select m from first"));
        Assert.Equal("1 first,2 second", await ScalarAsync("select string_agg(number || ' ' || name, ',' order by number) from schema_migrations"));
        Assert.Equal(clock.GetUtcNow().UtcDateTime, await ScalarAsync("select max(applied_at) from schema_migrations"));
    }

    [Fact]
    public async Task MigrateAsync_Again_AppliesNothing()
    {
        await MigrateAsync(First);

        Assert.Equal(0, await MigrateAsync(First));
        Assert.Equal(1, await MigrateAsync(First, Second));
        Assert.Equal(1L, await ScalarAsync("select count(*) from first"));
    }

    [Fact]
    public async Task MigrateAsync_StepFails_LeavesNothingOfItAndKeepsThoseBefore()
    {
        var broken = new Migration(2, "broken", "create table half (n int); select 1 / 0;");

        await Assert.ThrowsAsync<PostgresException>(() => MigrateAsync(First, broken));

        Assert.Equal(DBNull.Value, await ScalarAsync("select to_regclass('half')::text"));
        Assert.Equal(1L, await ScalarAsync("select count(*) from schema_migrations"));
    }

    [Fact]
    public async Task MigrateAsync_AppliedStepWasEdited_Refuses()
    {
        await MigrateAsync(First);

        var refusal = await Assert.ThrowsAsync<StartupRefusedException>(() => MigrateAsync(First with { Sql = "select 1" }));

        Assert.Contains("Schema step 1 (first) reads differently", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateAsync_DatabaseIsNewer_Refuses()
    {
        await MigrateAsync(First, Second);

        var refusal = await Assert.ThrowsAsync<StartupRefusedException>(() => MigrateAsync(First));

        Assert.Contains("step 2 (second)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateAsync_SeveralPortalsAtOnce_AppliesEachStepOnce()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => MigrateAsync(First, Second)));

        Assert.Equal(2, counts.Sum());
        Assert.Equal(1L, await ScalarAsync("select count(*) from first"));
    }

    [Fact]
    public void Checksum_OtherLineEnds_IsTheSame()
    {
        Assert.Equal(new Migration(1, "a", "select\n1").Checksum, new Migration(1, "a", "select\r\n1").Checksum);
    }

    [Fact]
    public async Task ReadEmbedded_OwnMigrations_AreNumberedWithoutGapAndApply()
    {
        var own = Migration.ReadEmbedded();

        Assert.NotEmpty(own);
        Assert.Equal(Enumerable.Range(1, own.Count), own.Select(migration => migration.Number));
        Assert.Equal(own.Count, await MigrateAsync([.. own]));
    }

    private Task<int> MigrateAsync(params Migration[] migrations) =>
        new Migrator(database.DataSource, migrations, clock, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
