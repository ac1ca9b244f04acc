using Microsoft.Extensions.Logging;
using Npgsql;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Data;

/// <summary>
/// What the role that runs the portal may do: read and write rows, and of the audit only read and append. It owns no table and may
/// change none, so that not even a stolen connection of the portal rewrites the audit or takes its trigger away.
/// </summary>
/// <param name="owner">The role that owns the tables.</param>
/// <param name="logger">Told when rights were given.</param>
public sealed class PortalRights(NpgsqlDataSource owner, ILogger<PortalRights> logger)
{
    private const string MissingSql = """
        select exists (
            select from pg_class c where c.relnamespace = current_schema()::text::regnamespace and c.relkind = 'r'
              and not has_table_privilege($1, c.oid, 'select'))
          or has_table_privilege($1, 'operation_events', 'update, delete, truncate')
          or has_table_privilege($1, 'audit_streams', 'delete, truncate')
        """;

    private const string GrantSql = """
        do $do$
        declare
          portal constant text := quote_ident(current_setting('portal.granted'));
          place constant text := quote_ident(current_schema()::text);
        begin
          execute format('revoke all on all tables in schema %s from %s', place, portal);
          execute format('revoke create on schema %s from public, %s', place, portal);
          execute format('grant usage on schema %s to %s', place, portal);
          execute format('grant select, insert, update, delete on all tables in schema %s to %s', place, portal);
          execute format('grant usage on all sequences in schema %s to %s', place, portal);
          execute format('revoke insert, update, delete on schema_migrations from %s', portal);
          execute format('revoke update, delete on operation_events from %s', portal);
          execute format('revoke update, delete on audit_streams from %s', portal);
          execute format('grant update (audit_seq, audit_head) on audit_streams to %s', portal);
        end $do$
        """;

    private const string ChangesAuditSql = """
        select has_table_privilege('operation_events', 'update, delete, truncate')
          or (select pg_has_role(relowner, 'usage') from pg_class where oid = 'operation_events'::regclass)
        """;

    /// <summary>Gives the role what it needs and takes what it must not have, where that is not so yet.</summary>
    /// <returns>Whether anything was given.</returns>
    /// <exception cref="StartupRefusedException">There is no such role.</exception>
    public async Task<bool> GrantAsync(string role, CancellationToken ct)
    {
        await using var connection = await owner.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Migrator.LockAsync(connection, ct);
        if (!await IsMissingAsync(connection, role, ct)) return false;
        await using (var named = new NpgsqlCommand("select set_config('portal.granted', $1, true)", connection) { Parameters = { new() { Value = role } } })
            await named.ExecuteNonQueryAsync(ct);
        await using (var grant = new NpgsqlCommand(GrantSql, connection)) await grant.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        logger.LogInformation("The database role {Role} was given its rights", role);
        return true;
    }

    /// <summary>Whether the role of a connection could change or remove entries of the audit, or owns its table.</summary>
    public static async Task<bool> ChangesAuditAsync(NpgsqlDataSource portal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(portal);
        await using var command = portal.CreateCommand(ChangesAuditSql);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<bool> IsMissingAsync(NpgsqlConnection connection, string role, CancellationToken ct)
    {
        try
        {
            await using var look =
                new NpgsqlCommand(MissingSql, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = role } } };
            return (bool)(await look.ExecuteScalarAsync(ct))!;
        }
        catch (PostgresException unknown) when (unknown.SqlState is PostgresErrorCodes.UndefinedObject)
        {
            throw new StartupRefusedException(
                $"ConnectionStrings:Portal names the database role {role}, which does not exist. Create it, with LOGIN and nothing else.",
                unknown);
        }
    }
}
