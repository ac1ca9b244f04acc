using Npgsql;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.Notifications;

/// <summary>
/// The table <c>outbox_messages</c> as a queue for several portals: leased in one transaction, sent outside, marked in another.
/// A portal that dies between sending and marking leaves a message that is sent again under the same Message-ID.
/// </summary>
/// <param name="source">The database.</param>
/// <param name="time">The portal's clock.</param>
/// <param name="rules">Attempts, pauses, lease.</param>
public sealed class OutboxQueue(NpgsqlDataSource source, TimeProvider time, RetryRules rules)
{
    private const int LongestError = 2000;

    private const string TakeSql = """
        update outbox_messages set leased_until = $2, attempts = attempts + 1
        where id = (select id from outbox_messages
                    where status = 'Pending' and next_attempt_at <= $1 and (leased_until is null or leased_until <= $1)
                    order by next_attempt_at, id for update skip locked limit 1)
        returning id, case_id, template, recipient_id, parameters::text, attempts, leased_until
        """;

    /// <summary>Failing for good also writes a job for the case, in the same statement: the case's timeline must tell it.</summary>
    private const string GiveUpSql = """
        with given_up as (
          update outbox_messages set status = 'Failed', leased_until = null, last_error = $3
          where id = $1 and status = 'Pending' and leased_until = $2 returning id, case_id)
        insert into jobs (id, kind, case_id, payload, unique_key, status, run_at, created_at)
        select $5, $6, case_id, json_build_object('messageId', id), id::text, 'Waiting', $4, $4 from given_up where case_id is not null
        on conflict do nothing
        """;

    /// <summary>Has a failed message tried again from the start.</summary>
    /// <returns>False when it is not failed.</returns>
    public async Task<bool> RetryAsync(Guid messageId, CancellationToken ct)
    {
        await using var command = Command(
            "update outbox_messages set status = 'Pending', attempts = 0, next_attempt_at = $2, leased_until = null "
            + "where id = $1 and status = 'Failed'", messageId, time.GetUtcNow());
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Leases the message that has been due longest; null when none is.</summary>
    internal async Task<OutboxMessage?> TakeAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = Command(TakeSql, now, now + rules.Lease);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new OutboxMessage
        {
            Id = reader.GetGuid(0),
            CaseId = await reader.IsDBNullAsync(1, ct) ? null : reader.GetGuid(1),
            Template = reader.GetString(2),
            RecipientId = reader.GetGuid(3),
            Parameters = reader.GetString(4),
            Attempts = reader.GetInt32(5),
            LeasedUntil = reader.GetFieldValue<DateTimeOffset>(6),
        };
    }

    internal async Task SentAsync(OutboxMessage message, CancellationToken ct)
    {
        await using var command = Command(
            "update outbox_messages set status = 'Sent', sent_at = $3, leased_until = null, last_error = null "
            + "where id = $1 and status = 'Pending' and leased_until = $2", message.Id, message.LeasedUntil!.Value, time.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Plans the next attempt; after the last one, or when none can help, gives the message up.</summary>
    /// <returns>Whether it was given up.</returns>
    internal async Task<bool> FailAsync(OutboxMessage message, string error, bool isFinal, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var shown = error.Length <= LongestError ? error : error[..LongestError];
        var isGivenUp = isFinal || message.Attempts >= rules.Attempts;
        await using var command = isGivenUp
            ? Command(GiveUpSql, message.Id, message.LeasedUntil!.Value, shown, now, Kernel.Ids.New(), RecordFailedMessageJob.Kind)
            : Command(
                "update outbox_messages set next_attempt_at = $4, leased_until = null, last_error = $3 "
                + "where id = $1 and status = 'Pending' and leased_until = $2",
                message.Id,
                message.LeasedUntil!.Value,
                shown,
                now + rules.PauseAfter(message.Attempts));
        await command.ExecuteNonQueryAsync(ct);
        return isGivenUp;
    }

    /// <summary>Hands a message back untried, because the portal stops.</summary>
    internal async Task ReleaseAsync(OutboxMessage message)
    {
        await using var command = Command(
            "update outbox_messages set leased_until = null, attempts = attempts - 1 "
            + "where id = $1 and status = 'Pending' and leased_until = $2", message.Id, message.LeasedUntil!.Value);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
