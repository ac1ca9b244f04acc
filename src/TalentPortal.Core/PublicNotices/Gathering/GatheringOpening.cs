using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.PublicNotices.Gathering;

/// <summary>Opens a gathered notice once every ticked case has entered or was left out: from then on everybody sees all of it.</summary>
public sealed class GatheringOpening(NpgsqlDataSource database, GatheredParts parts, NoticeWording wording, TimeProvider time)
{
    private const string LockSql =
        """
        select n.published_at is not null, exists (select from notice_gathering_rows r where r.notice_id = n.id and r.result is null)
        from public_notices n where n.id = $1 for update
        """;

    private const string EntriesSql =
        """
        select e.case_id, c.number, e.subject_name, a.service_item_version_id, r.kind, r.organisation_id, r.step, e.facts, r.ready_at
        from notice_entries e join ready_entries r on r.notice_id = e.notice_id and r.case_id = e.case_id
        join cases c on c.id = e.case_id join applications a on a.case_id = e.case_id
        where e.notice_id = $1 and e.status = 'Running' order by e.id
        """;

    private const string OpenSql =
        """
        update public_notices set published_at = $2, title = $3, body = $4, content_digest = $5, working_days = $6, starts_on = $7, ends_on = $8,
          provisional = $9, closed_at = null
        where id = $1
        """;

    private const string DropSql = "update public_notices set closed_at = coalesce(closed_at, $2) where id = $1";

    /// <summary>Opens it; a notice without any entry is never shown.</summary>
    /// <returns>Whether it is open now, or nothing is left to open.</returns>
    public async Task<bool> OpenAsync(Guid noticeId, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand(LockSql, connection, transaction) { Parameters = { CaseBatch.Uuid(noticeId) } };
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct)) return false;
            if (reader.GetBoolean(0)) return true;
            if (reader.GetBoolean(1)) return false;
        }

        var entries = await EntriesAsync(connection, transaction, noticeId, ct);
        await using var change = await ChangeAsync(noticeId, entries, ct);
        (change.Connection, change.Transaction) = (connection, transaction);
        await change.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<NpgsqlCommand> ChangeAsync(Guid noticeId, List<ReadyRow> entries, CancellationToken ct)
    {
        var command = new NpgsqlCommand { CommandText = entries.Count == 0 ? DropSql : OpenSql };
        command.Parameters.Add(CaseBatch.Uuid(noticeId));
        command.Parameters.Add(CaseBatch.At(time.GetUtcNow()));
        if (entries.Count == 0) return command;
        var (item, publisher, period) = await parts.OfAsync(entries[0], ct);
        var words = wording.Write(entries[0].Kind, publisher, item, period.StartsOn, period.EndsOn, period.WorkingDays);
        command.Parameters.Add(CaseBatch.Text(words.Title));
        command.Parameters.Add(CaseBatch.Text(words.Body));
        command.Parameters.Add(CaseBatch.Bytes(NoticeWording.Digest(words, entries.Select(entry => (entry.SubjectName, entry.Facts)))));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = period.WorkingDays });
        command.Parameters.Add(new NpgsqlParameter { Value = period.StartsOn, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new NpgsqlParameter { Value = period.EndsOn, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = period.Provisional });
        return command;
    }

    private static async Task<List<ReadyRow>> EntriesAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Guid noticeId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(EntriesSql, connection, transaction) { Parameters = { CaseBatch.Uuid(noticeId) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<ReadyRow>();
        while (await reader.ReadAsync(ct)) rows.Add(GatheringQueries.Row(reader));
        return rows;
    }
}
