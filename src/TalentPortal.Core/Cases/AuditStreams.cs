using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Keys;

namespace TalentPortal.Core.Cases;

/// <summary>The streams of the audit that belong to no case.</summary>
public enum AuditStream
{
    /// <summary>Signing in, failures, lockouts, passwords.</summary>
    SignIn,

    /// <summary>Appointments and mandates.</summary>
    Rights,

    /// <summary>Masked values shown in full, and lists taken out as files, each with the reason.</summary>
    Unmasking,

    /// <summary>Settings, seeds, the clock, incidents without a case.</summary>
    Administration,
}

/// <summary>Appends to the audit outside cases.</summary>
public sealed class AuditStreams(NpgsqlDataSource database, AuditChain chain)
{
    private const string EnsureSql =
        "insert into audit_streams (id, name, audit_head) values ($1, $2, $3) on conflict do nothing";

    private const string LockSql = "select audit_seq, audit_head from audit_streams where id = $1 for no key update";

    private const string MoveSql = "update audit_streams set audit_seq = $1, audit_head = $2 where id = $3";

    /// <summary>The stream's key: the same in every database.</summary>
    public static Guid IdOf(AuditStream stream)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"audit-stream:{stream}"), hash);
        return new Guid(hash[..16]);
    }

    /// <summary>Appends one entry in a transaction of its own. Facts hold ids and codes, never a personal value.</summary>
    public async Task AppendAsync(AuditStream stream, string type, Operation operation,
        IReadOnlyDictionary<string, object?> facts, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await AppendAsync(connection, transaction, stream, type, operation, facts, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// Appends one entry in the caller's transaction, which comes last in it: everybody else's entries wait until it ends.
    /// </summary>
    public async Task AppendAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, AuditStream stream, string type, Operation operation,
        IReadOnlyDictionary<string, object?> facts, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var id = IdOf(stream);
        await EnsureAsync(connection, transaction, stream, id, ct);
        var head = await LockAsync(connection, transaction, id, ct);
        var entry = new OperationEvent
        {
            StreamId = id,
            Seq = head.Seq + 1,
            OperationId = operation.Id,
            Type = type,
            ActorId = operation.UserId,
            ActorRole = operation.Role,
            At = operation.At,
            Facts = JsonSerializer.Serialize(facts),
            RowDigests = "{}",
            KeyVersion = chain.KeyVersion,
            Mac = [],
        };
        var mac = chain.Sign(head.Mac, entry);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(CaseBatch.EventCommand(entry with { Mac = mac }));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(MoveSql)
        {
            Parameters = { CaseBatch.Long(entry.Seq), CaseBatch.Bytes(mac), CaseBatch.Uuid(id) },
        });
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static async Task EnsureAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, AuditStream stream, Guid id, CancellationToken ct)
    {
        await using var ensure = new NpgsqlCommand(EnsureSql, connection, transaction)
        {
            Parameters = { CaseBatch.Uuid(id), CaseBatch.Text(stream.ToString()), CaseBatch.Bytes(AuditMac.Start) },
        };
        await ensure.ExecuteNonQueryAsync(ct);
    }

    private static async Task<ChainHead> LockAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(LockSql, connection, transaction) { Parameters = { CaseBatch.Uuid(id) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new ChainHead(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
    }
}
