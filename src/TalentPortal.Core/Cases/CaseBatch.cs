using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace TalentPortal.Core.Cases;

/// <summary>Writes what changed in a <see cref="CaseWork"/>: one batch, one round trip, the audit's entries with it.</summary>
internal sealed class CaseBatch(AuditChain chain)
{
    private const string InsertOperation =
        "insert into operations (id, type, user_id, case_id, result, at, request_digest) values ($1, $2, $3, $4, $5, $6, $7)";

    private const string InsertEvent =
        "insert into operation_events (stream_id, seq, operation_id, type, actor_id, actor_role, at, facts, row_digests, key_version, mac) "
        + "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    // Facts carry codes and ids; Chinese names of steps stay readable in the table.
    private static readonly JsonSerializerOptions FactsJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Flushes; <paramref name="head"/> is where the case's chain stands.</summary>
    /// <exception cref="CaseChangedException">A row that had to be there was not: somebody wrote around the lock.</exception>
    public async Task FlushAsync(CaseWork work, NpgsqlTransaction transaction, ChainHead head, string? result, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(work.Connection, transaction);
        var mustHit = new List<NpgsqlBatchCommand>();
        var operationWritten = false;
        foreach (var (table, change) in work.Changes())
        {
            if (table.Order > 0 && !operationWritten) operationWritten = Append(batch, OperationCommand(work, result));
            batch.BatchCommands.Add(change.Command);
            if (change.MustHitOne) mustHit.Add(change.Command);
        }

        if (!operationWritten) Append(batch, OperationCommand(work, result));
        foreach (var command in work.Others) batch.BatchCommands.Add(command);
        AppendEvents(batch, work, head, Digests(work));
        await batch.ExecuteNonQueryAsync(ct);
        if (mustHit.Any(command => command.RecordsAffected != 1)) throw new CaseChangedException(work.CaseId);
    }

    /// <summary>
    /// A draft is its author's: rows are sealed from the moment the case has its number, all of them then, changes later.
    /// </summary>
    private ImmutableSortedDictionary<string, string?> Digests(CaseWork work)
    {
        var digests = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        if (work.Case.Number is null) return digests.ToImmutable();
        foreach (var (table, key, row) in work.AuditedRows())
            digests[AuditChain.RowName(table, key)] = row is null ? null : chain.RowDigest(table, row);
        return digests.ToImmutable();
    }

    private static bool Append(NpgsqlBatch batch, NpgsqlBatchCommand command)
    {
        batch.BatchCommands.Add(command);
        return true;
    }

    private void AppendEvents(NpgsqlBatch batch, CaseWork work, ChainHead head, ImmutableSortedDictionary<string, string?> digests)
    {
        if (work.Events.Count == 0)
        {
            if (digests.Count > 0)
                throw new InvalidOperationException($"{work.Operation.Type} changes audited rows without recording why.");
            return;
        }

        var (seq, mac) = (head.Seq, head.Mac);
        foreach (var pending in work.Events)
        {
            var last = ReferenceEquals(pending, work.Events[^1]);
            var entry = new OperationEvent
            {
                StreamId = work.CaseId,
                Seq = ++seq,
                OperationId = work.Operation.Id,
                Type = pending.Type,
                ActorId = work.Operation.UserId,
                ActorRole = work.Operation.Role,
                At = work.Now,
                Facts = JsonSerializer.Serialize(pending.Facts, FactsJson),
                RowDigests = last ? JsonSerializer.Serialize(digests, FactsJson) : "{}",
                KeyVersion = chain.KeyVersion,
                Mac = [],
            };
            mac = chain.Sign(mac, entry);
            batch.BatchCommands.Add(EventCommand(entry with { Mac = mac }));
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "update cases set audit_seq = $1, audit_head = $2, revision = revision + 1 where id = $3")
        {
            Parameters = { Long(seq), Bytes(mac), Uuid(work.CaseId) },
        });
    }

    internal static NpgsqlBatchCommand EventCommand(OperationEvent entry) => new(InsertEvent)
    {
        Parameters =
        {
            Uuid(entry.StreamId), Long(entry.Seq), Uuid(entry.OperationId), Text(entry.Type), Uuid(entry.ActorId), Text(entry.ActorRole),
            At(entry.At), Json(entry.Facts), Json(entry.RowDigests),
            new NpgsqlParameter { Value = entry.KeyVersion, NpgsqlDbType = NpgsqlDbType.Integer }, Bytes(entry.Mac),
        },
    };

    private static NpgsqlBatchCommand OperationCommand(CaseWork work, string? result) => new(InsertOperation)
    {
        Parameters =
        {
            Uuid(work.Operation.Id), Text(work.Operation.Type), Uuid(work.Operation.UserId), Uuid(work.CaseId), Json(result), At(work.Now),
            new NpgsqlParameter { Value = (object?)work.Operation.RequestDigest ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea },
        },
    };

    internal static NpgsqlParameter Uuid(Guid? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };

    internal static NpgsqlParameter Text(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    internal static NpgsqlParameter Json(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Json };

    internal static NpgsqlParameter Long(long value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Bigint };

    internal static NpgsqlParameter Bytes(byte[] value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Bytea };

    internal static NpgsqlParameter At(DateTimeOffset value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
