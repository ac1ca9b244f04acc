using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Keys;

namespace TalentPortal.Core.Cases;

/// <summary>
/// The only opener of a transaction that touches a case. Round trips: lock, load, flush, commit; a new case needs the last two.
/// A refusal rolls back. A deadlock, a serialization failure or a row that somebody else
/// just added is tried once more with fresh state.
/// </summary>
public sealed class CaseTransaction(NpgsqlDataSource database, SpineCatalog catalog, AuditChain chain, IEnumerable<CaseFollowUp> followUps)
{
    private const string FirstAnswerSql = "select type, user_id, result, request_digest, case_id from operations where id = $1";

    private readonly CaseBatch batch = new(chain);
    private readonly CaseFollowUp[] followUps = [.. followUps];

    /// <summary>Locks a case, runs <paramref name="work"/> on its rows as they are after the lock, and writes what changed.</summary>
    /// <typeparam name="T">The answer, kept with the operation as JSON; it holds no personal value.</typeparam>
    public Task<Result<T>> RunAsync<T>(
        Guid caseId, Operation operation, Func<CaseWork, CancellationToken, Task<Result<T>>> work, CancellationToken ct) =>
        RunAsync(CaseLock.Of(caseId), operation, work, ct);

    /// <summary>The same on a case that is named through a row of its own: it costs no look-up before.</summary>
    internal Task<Result<T>> RunAsync<T>(
        CaseLock named, Operation operation, Func<CaseWork, CancellationToken, Task<Result<T>>> work, CancellationToken ct) =>
        AnswerAsync(operation, named, result => result.Refusal is OperationIdReused, () => OnceAsync(named, operation, work, ct), ct);

    /// <summary>The same without an answer.</summary>
    public async Task<Result> RunAsync(
        Guid caseId, Operation operation, Func<CaseWork, CancellationToken, Task<Result>> work, CancellationToken ct)
    {
        var result = await RunAsync(caseId, operation, async (locked, token) =>
            await work(locked, token) is { Succeeded: false } refused ? refused.Refusal : (Result<bool>)true, ct);
        return result.ToResult();
    }

    /// <summary>
    /// Runs <paramref name="work"/> on a case that nobody else can see yet. There is nothing to lock, so a second arrival does the
    /// work too; it may be refused for what the first one changed, and gets the first answer then as well.
    /// </summary>
    public Task<Result<T>> CreateAsync<T>(
        Case created, Operation operation, Func<CaseWork, CancellationToken, Task<Result<T>>> work, CancellationToken ct) =>
        AnswerAsync(operation, named: null, result => !result.Succeeded, async () =>
        {
            ArgumentNullException.ThrowIfNull(created);
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var locked = new CaseWork(catalog, created.Id, operation, connection, []);
            locked.Rows<Case>().Add(created);
            return await FinishAsync(locked, transaction, new ChainHead(0, AuditMac.Start), work, ct);
        }, ct);

    /// <summary>Runs on a connection that already holds the case's lock, as the worker's does.</summary>
    internal async Task<Result<T>> RunLockedAsync<T>(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid caseId,
        ChainHead head, Operation operation, Func<CaseWork, CancellationToken, Task<Result<T>>> work, CancellationToken ct)
    {
        var (locked, _) = await LoadAsync<T>(connection, transaction, caseId, operation, ct);
        return await FinishAsync(locked, transaction, head, work, ct);
    }

    private async Task<Result<T>> OnceAsync<T>(
        CaseLock named, Operation operation, Func<CaseWork, CancellationToken, Task<Result<T>>> work, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await LockAsync(connection, transaction, named, ct) is not var (caseId, head)) return new CaseNotFound();
        var (locked, first) = await LoadAsync<T>(connection, transaction, caseId, operation, ct);
        return first ?? await FinishAsync(locked, transaction, head, work, ct);
    }

    private static async Task<(Guid CaseId, ChainHead Head)?> LockAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, CaseLock named, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(named.Sql, connection, transaction) { Parameters = { CaseBatch.Uuid(named.Id) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetGuid(0), new ChainHead(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2))) : null;
    }

    private async Task<(CaseWork Work, Result<T>? First)> LoadAsync<T>(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Guid caseId, Operation operation, CancellationToken ct)
    {
        await using var load = new NpgsqlBatch(connection, transaction);
        load.BatchCommands.Add(new NpgsqlBatchCommand(FirstAnswerSql) { Parameters = { CaseBatch.Uuid(operation.Id) } });
        foreach (var table in catalog.Loaded) load.BatchCommands.Add(table.LoadCommand(caseId));
        await using var reader = await load.ExecuteReaderAsync(ct);
        var first = await reader.ReadAsync(ct) ? FirstAnswer<T>(reader, operation, caseId) : null;
        var rows = new Dictionary<SpineTable, ImmutableDictionary<object, SpineRow>>();
        foreach (var table in catalog.Loaded)
        {
            await reader.NextResultAsync(ct);
            rows.Add(table, await table.ReadAsync(reader, ct));
        }

        return (new CaseWork(catalog, caseId, operation, connection, rows), first);
    }

    private async Task<Result<T>> FinishAsync<T>(CaseWork locked, NpgsqlTransaction transaction, ChainHead head,
        Func<CaseWork, CancellationToken, Task<Result<T>>> work, CancellationToken ct)
    {
        var result = await work(locked, ct);
        if (!result.Succeeded) return result;
        foreach (var follow in followUps) follow(locked);
        try
        {
            await batch.FlushAsync(locked, transaction, head, JsonSerializer.Serialize(result.Value, JsonSerializerOptions.Web), ct);
            await transaction.CommitAsync(ct);
        }
        catch (PostgresException failure) when (
            failure is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "operations_pkey" })
        {
            return new OperationIdReused();
        }
        catch (PostgresException failure) when (
            failure.SqlState is PostgresErrorCodes.UniqueViolation && locked.IsRace(failure.ConstraintName))
        {
            throw new CaseRaceException(failure);
        }
        catch (PostgresException failure) when (locked.RefusalFor(failure.ConstraintName) is { } refusal)
        {
            return refusal;
        }

        foreach (var action in locked.AfterCommitActions) action();
        return result;
    }

    /// <summary>Runs; where the result may come from a second arrival, the first answer counts.</summary>
    private async Task<Result<T>> AnswerAsync<T>(
        Operation operation, CaseLock? named, Func<Result<T>, bool> isDoubtful, Func<Task<Result<T>>> run, CancellationToken ct)
    {
        var result = await TwiceAsync(run);
        return isDoubtful(result) ? await FirstAnswerAsync<T>(operation, named, ct) ?? result : result;
    }

    private async Task<Result<T>?> FirstAnswerAsync<T>(Operation operation, CaseLock? named, CancellationToken ct)
    {
        var caseId = named is null ? null : await named.CaseIdAsync(database, ct);
        await using var command = database.CreateCommand(FirstAnswerSql);
        command.Parameters.Add(CaseBatch.Uuid(operation.Id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? FirstAnswer<T>(reader, operation, caseId) : null;
    }

    /// <summary>What the first arrival was told; an id that did something else, or something to another case, is no repetition.</summary>
    private static Result<T> FirstAnswer<T>(NpgsqlDataReader reader, Operation operation, Guid? caseId)
    {
        var user = reader.IsDBNull(1) ? (Guid?)null : reader.GetGuid(1);
        var digest = reader.IsDBNull(3) ? null : reader.GetFieldValue<byte[]>(3);
        var isOwn = user == operation.UserId || (operation.IsShared && digest is not null);
        if (reader.GetString(0) != operation.Type || !isOwn || !digest.AsSpan().SequenceEqual(operation.RequestDigest)
            || (caseId is { } expected && (reader.IsDBNull(4) || reader.GetGuid(4) != expected)))
            return new OperationIdReused();
        return Result.Of(JsonSerializer.Deserialize<T>(reader.GetString(2), JsonSerializerOptions.Web)!);
    }

    private static async Task<Result<T>> TwiceAsync<T>(Func<Task<Result<T>>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception failure) when (failure is CaseRaceException or PostgresException
        {
            SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        })
        {
            return await run();
        }
    }
}
