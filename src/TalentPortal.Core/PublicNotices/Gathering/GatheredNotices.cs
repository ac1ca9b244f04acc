using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.PublicNotices.Gathering;

/// <summary>
/// Publishes cases that wait for it in one notice: shown first, then each case enters in its own transaction, then the notice opens with
/// one text, one digest and one last day, then each case's period begins on that day.
/// </summary>
public sealed class GatheredNotices(
    NpgsqlDataSource database, GatheringQueries queries, GatheringRun run, NoticeWording wording, GatheredParts parts)
{
    /// <summary>Most cases of one notice.</summary>
    public const int Most = 100;

    private const string InsertSql =
        """
        insert into public_notices (id, district_id, kind, organisation_id, title, body, content_digest, working_days, starts_on, ends_on, provisional)
        select $1, c.district_id, $3, $4, $5, $6, $7, $8, $9, $10, $11 from cases c where c.id = $2
        on conflict (id) do nothing
        """;

    private const string GatheringSql = "insert into notice_gatherings (notice_id, gathered_by, gathered_at) values ($1, $2, $3)";

    private const string RowsSql =
        "insert into notice_gathering_rows (notice_id, place, case_id) select $1, t.place, t.id from unnest($2) with ordinality as t(id, place)";

    private const string JobSql =
        "insert into jobs (id, kind, payload, status, run_at, created_at) values ($1, $2, '{}', 'Waiting', $3, $4)";

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    /// <summary>The notice as it will be, or why the ticked cases don't make one.</summary>
    public async Task<Result<GatheredPreview>> PreviewAsync(Actor actor, IReadOnlyList<Guid> caseIds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(caseIds);
        var wanted = caseIds.Distinct().ToList();
        if (wanted.Count == 0) return new NothingGathered();
        if (wanted.Count > Most) return new TooManyGathered(Most);
        var rows = await queries.ReadyAsync(actor, wanted, ct);
        if (rows.Count == 0 || rows.Count < wanted.Count) return new NotReadyForNotice();
        if (rows.Any(row => !row.GoesWith(rows[0]))) return new GatheredDiffer();
        var (item, publisher, period) = await parts.OfAsync(rows[0], ct);
        return new GatheredPreview(wording.Write(rows[0].Kind, publisher, item, period.StartsOn, period.EndsOn, period.WorkingDays),
            period.WorkingDays, period.Provisional, rows);
    }

    /// <summary>Publishes them. The same operation again goes on with what it began and answers the same.</summary>
    /// <returns>The notice's key.</returns>
    public async Task<Result<Guid>> PublishAsync(Actor actor, IReadOnlyList<Guid> caseIds, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(operation);
        if (!actor.Can(Permission.RunNotices)) return new CaseNotFound();
        var noticeId = Operation.IdFromKey(operation.Id, "gathered-notice");
        if (await queries.ResultAsync(actor, noticeId, ct) is null)
        {
            var preview = await PreviewAsync(actor, caseIds, ct);
            if (!preview.Succeeded) return preview.Refusal;
            await WriteAsync(noticeId, preview.Value, operation, ct);
        }

        await run.RunAsync(noticeId, ct);
        return noticeId;
    }

    /// <summary>Writes what was ticked; a job goes on with it should this portal not come to its end.</summary>
    private async Task WriteAsync(Guid noticeId, GatheredPreview preview, Operation operation, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var (words, first) = (preview.Words, preview.Rows[0]);
        await using var insert = new NpgsqlCommand(InsertSql, connection, transaction);
        foreach (var value in new object[]
        {
            noticeId, first.CaseId, first.Kind.ToString(), first.OrganisationId, words.Title, words.Body, NoticeWording.Digest(words, []),
            preview.WorkingDays,
            words.StartsOn, words.EndsOn, preview.Provisional,
        })
        {
            insert.Parameters.AddWithValue(value);
        }

        // A second press of the button found the first one at work.
        if (await insert.ExecuteNonQueryAsync(ct) == 0) return;
        await using var rest = new NpgsqlBatch(connection, transaction);
        rest.BatchCommands.Add(new NpgsqlBatchCommand(GatheringSql) { Parameters = { CaseBatch.Uuid(noticeId), CaseBatch.Uuid(operation.UserId), CaseBatch.At(operation.At) } });
        rest.BatchCommands.Add(new NpgsqlBatchCommand(RowsSql)
        {
            Parameters =
            {
                CaseBatch.Uuid(noticeId),
                new NpgsqlParameter { Value = preview.Rows.Select(row => row.CaseId).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            },
        });
        rest.BatchCommands.Add(new NpgsqlBatchCommand(JobSql)
        {
            Parameters = { CaseBatch.Uuid(noticeId), CaseBatch.Text(GatherNoticeJob.Kind), CaseBatch.At(operation.At + Later), CaseBatch.At(operation.At) },
        });
        await rest.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
