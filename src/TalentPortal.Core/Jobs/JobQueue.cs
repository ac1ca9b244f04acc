using Npgsql;
using NpgsqlTypes;

namespace TalentPortal.Core.Jobs;

/// <summary>
/// The table <c>jobs</c> as a queue for several portals. A lease that ran out is anybody's: a portal that died leaves its jobs to
/// the others. What a portal reports after its lease went to another one changes nothing.
/// </summary>
/// <param name="source">The database.</param>
/// <param name="time">The portal's clock.</param>
/// <param name="rules">Attempts, pauses, lease.</param>
public sealed class JobQueue(NpgsqlDataSource source, TimeProvider time, RetryRules rules)
{
    private const int LongestError = 2000;

    private const string TakeSql = """
        update jobs set leased_until = $2, attempts = attempts + 1
        where id = (select id from jobs where status = 'Waiting' and run_at <= $1 and (leased_until is null or leased_until <= $1)
                    order by run_at, id for update skip locked limit 1)
        returning id, kind, case_id, payload::text, unique_key, attempts, run_at, leased_until, created_at
        """;

    /// <summary>Adds a job in a transaction of its own; nothing happens when one of its kind and key is waiting already.</summary>
    /// <returns>Whether it was added.</returns>
    public async Task<bool> AddAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        await using var command = source.CreateCommand(
            "insert into jobs (id, kind, case_id, payload, unique_key, status, run_at, created_at) "
            + "values ($1, $2, $3, $4, $5, 'Waiting', $6, $7) on conflict do nothing");
        Add(command, job.Id);
        Add(command, job.Kind);
        Add(command, (object?)job.CaseId ?? DBNull.Value, NpgsqlDbType.Uuid);
        Add(command, job.Payload, NpgsqlDbType.Json);
        Add(command, (object?)job.UniqueKey ?? DBNull.Value, NpgsqlDbType.Text);
        Add(command, job.RunAt);
        Add(command, job.CreatedAt);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Has a failed job tried again from the start.</summary>
    /// <returns>False when it is not failed, or another one of its kind and key waits.</returns>
    public async Task<bool> RetryAsync(Guid jobId, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "update jobs j set status = 'Waiting', attempts = 0, run_at = $2, leased_until = null, completed_at = null "
            + "where id = $1 and status = 'Failed' and not exists (select 1 from jobs w where w.kind = j.kind "
            + "and w.unique_key = j.unique_key and w.status = 'Waiting')");
        Add(command, jobId);
        Add(command, time.GetUtcNow());
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Takes back a job that nobody has in hand: it will not be done.</summary>
    /// <returns>False when it is done, in hand, or not there.</returns>
    public async Task<bool> WithdrawAsync(Guid jobId, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "delete from jobs where id = $1 and (status = 'Failed' or (status = 'Waiting' and (leased_until is null or leased_until <= $2)))");
        Add(command, jobId);
        Add(command, time.GetUtcNow());
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Whether a job is still to be done.</summary>
    public async Task<bool> IsWaitingAsync(Guid jobId, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select 1 from jobs where id = $1 and status = 'Waiting'");
        Add(command, jobId);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    /// <summary>Leases the job that has been due longest; null when none is.</summary>
    internal async Task<Job?> TakeAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(TakeSql);
        Add(command, now);
        Add(command, now + rules.Lease);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Read(reader) : null;
    }

    /// <summary>Gives up jobs whose last attempt took the portal down with it, so that they are seen.</summary>
    internal async Task GiveUpAbandonedAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "update jobs set status = 'Failed', completed_at = $1, leased_until = null, "
            + "last_error = 'The portal ended during the last attempt. ' || coalesce(last_error, '') "
            + "where status = 'Waiting' and leased_until <= $1 and attempts >= $2");
        Add(command, time.GetUtcNow());
        Add(command, rules.Attempts);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Hands a job back untried, because the portal stops.</summary>
    internal async Task ReleaseAsync(Job job)
    {
        await using var command = source.CreateCommand(
            "update jobs set leased_until = null, attempts = attempts - 1 where id = $1 and status = 'Waiting' and leased_until = $2");
        Add(command, job.Id);
        Add(command, job.LeasedUntil!.Value);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    internal async Task DoneAsync(Job job, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "update jobs set status = 'Done', completed_at = $3, leased_until = null, last_error = null "
            + "where id = $1 and status = 'Waiting' and leased_until = $2");
        Add(command, job.Id);
        Add(command, job.LeasedUntil!.Value);
        Add(command, time.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Plans the next attempt, or gives the job up after the last one.</summary>
    /// <returns>Whether it was given up.</returns>
    internal async Task<bool> FailAsync(Job job, string error, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var isLast = job.Attempts >= rules.Attempts;
        await using var command = source.CreateCommand(isLast
            ? "update jobs set status = 'Failed', completed_at = $4, leased_until = null, last_error = $3 "
                + "where id = $1 and status = 'Waiting' and leased_until = $2"
            : "update jobs set run_at = $4, leased_until = null, last_error = $3 "
                + "where id = $1 and status = 'Waiting' and leased_until = $2");
        Add(command, job.Id);
        Add(command, job.LeasedUntil!.Value);
        Add(command, error.Length <= LongestError ? error : error[..LongestError]);
        Add(command, isLast ? now : now + rules.PauseAfter(job.Attempts));
        return await command.ExecuteNonQueryAsync(ct) == 1 && isLast;
    }

    private static Job Read(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        Kind = reader.GetString(1),
        CaseId = reader.IsDBNull(2) ? null : reader.GetGuid(2),
        Payload = reader.GetString(3),
        UniqueKey = reader.IsDBNull(4) ? null : reader.GetString(4),
        Attempts = reader.GetInt32(5),
        RunAt = reader.GetFieldValue<DateTimeOffset>(6),
        LeasedUntil = reader.GetFieldValue<DateTimeOffset>(7),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(8),
    };

    private static void Add(NpgsqlCommand command, object value, NpgsqlDbType? type = null)
    {
        var parameter = new NpgsqlParameter { Value = value };
        if (type is { } known) parameter.NpgsqlDbType = known;
        command.Parameters.Add(parameter);
    }
}
