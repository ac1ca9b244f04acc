using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.TestCommon.Databases;
using Xunit;

namespace TalentPortal.Core.Tests.Data;

/// <summary>The role that the portal runs as: rows yes, tables no, the audit only at its end.</summary>
public sealed class PortalRightsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly NpgsqlDataSource service = NpgsqlDataSource.Create(TestCluster.AsService(database.ConnectionString));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("update operation_events set type = 'Other'")]
    [InlineData("delete from operation_events")]
    [InlineData("truncate operation_events")]
    [InlineData("truncate cases cascade")]
    [InlineData("alter table operation_events disable trigger operation_events_append_only")]
    [InlineData("drop trigger operation_events_append_only on operation_events")]
    [InlineData("drop table operation_events")]
    [InlineData("alter table operation_events rename to gone")]
    [InlineData("create rule away as on insert to operation_events do instead nothing")]
    [InlineData("create or replace function refuse_audit_change() returns trigger language plpgsql as 'begin return null; end'")]
    [InlineData("create table operation_events_2 (id int)")]
    [InlineData("create trigger t before insert on operation_events for each row execute function refuse_audit_change()")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("grant update on operation_events to current_user")]
    [InlineData("delete from audit_streams")]
    [InlineData("update audit_streams set name = 'Other'")]
    [InlineData("delete from schema_migrations")]
    [InlineData("update schema_migrations set checksum = ''")]
    public async Task ServiceRole_WhateverChangesAuditOrSchema_IsRefused(string sql)
    {
        await using var command = service.CreateCommand(sql);
        // Granting what one does not have changes nothing and is a warning, not an error.
        if (sql.StartsWith("grant", StringComparison.Ordinal)) await command.ExecuteNonQueryAsync();
        else Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        Assert.False(await PortalRights.ChangesAuditAsync(service, CancellationToken.None));
    }

    [Fact]
    public async Task ServiceRole_AppendsToTheAuditAndWorksOnOtherRows()
    {
        await using var connection = await service.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var sql in (string[])
            [
                """
                insert into operation_events (stream_id, seq, operation_id, type, at, facts, row_digests, key_version, mac)
                values (gen_random_uuid(), 1, gen_random_uuid(), 'Tried', '2026-01-01Z', '{}', '{}', 1, '')
                """,
                "insert into audit_streams (id, name, audit_head) values (gen_random_uuid(), 'tried', '')",
                "update audit_streams set audit_seq = 1, audit_head = '' where name = 'tried'",
                "select id from audit_streams for no key update",
                "insert into portal_settings (key, value, changed_at) values ('tried', 'x', '2026-01-01Z')",
                "update portal_settings set value = 'y' where key = 'tried'",
                "delete from portal_settings where key = 'tried'",
                "select nextval('case_numbers')",
            ])
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            await command.ExecuteNonQueryAsync();
        }

        await using var count = new NpgsqlCommand("select count(*) from operation_events where type = 'Tried'", connection, transaction);
        Assert.Equal(1L, await count.ExecuteScalarAsync());
        await transaction.RollbackAsync();
    }

    [Fact]
    public async Task Grant_TableThatCameLater_IsGivenAndAgainNothing()
    {
        var rights = new PortalRights(database.DataSource, NullLogger<PortalRights>.Instance);
        Assert.False(await rights.GrantAsync(TestCluster.ServiceRole, CancellationToken.None));

        await database.ScalarAsync("create table later (id int)");
        Assert.True(await rights.GrantAsync(TestCluster.ServiceRole, CancellationToken.None));

        await using var insert = service.CreateCommand("insert into later values (1)");
        Assert.Equal(1, await insert.ExecuteNonQueryAsync());
        await database.ScalarAsync("drop table later");
    }

    [Fact]
    public async Task Grant_RoleThatCouldChangeTheAudit_LosesThat()
    {
        await database.ScalarAsync($"grant update, delete on operation_events to {TestCluster.ServiceRole}");
        Assert.True(await PortalRights.ChangesAuditAsync(service, CancellationToken.None));

        await new PortalRights(database.DataSource, NullLogger<PortalRights>.Instance).GrantAsync(TestCluster.ServiceRole, CancellationToken.None);

        Assert.False(await PortalRights.ChangesAuditAsync(service, CancellationToken.None));
        Assert.True(await PortalRights.ChangesAuditAsync(database.DataSource, CancellationToken.None));
    }

    [Fact]
    public async Task Grant_RoleThatIsNotThere_IsRefusedWithItsName()
    {
        var refused = await Assert.ThrowsAsync<StartupRefusedException>(() =>
            new PortalRights(database.DataSource, NullLogger<PortalRights>.Instance).GrantAsync("nobody_of_this_name", CancellationToken.None));
        Assert.Contains("nobody_of_this_name", refused.Message, StringComparison.Ordinal);
    }
}
