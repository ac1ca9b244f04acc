using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.PublicNotices.Gathering;

/// <summary>
/// Carries a gathered notice through, from wherever it stands: every case enters, the notice opens, every period begins. Each step is its
/// own transaction and harmless when done twice, by this portal or another.
/// </summary>
public sealed class GatheringRun(
    NpgsqlDataSource database, CaseTransaction transactions, GatheringSteps steps, GatheringOpening opening, TimeProvider time)
{
    private const string WaitingSql =
        """
        select r.case_id, g.gathered_by from notice_gathering_rows r join notice_gatherings g on g.notice_id = r.notice_id
        where r.notice_id = $1 and g.finished_at is null and r.result is not distinct from $2 order by r.place
        """;

    private const string ResultSql = "update notice_gathering_rows set result = $3 where notice_id = $1 and case_id = $2";

    private const string FinishedSql = "update notice_gatherings set finished_at = $2 where notice_id = $1 and finished_at is null";

    /// <summary>Carries it through.</summary>
    public async Task RunAsync(Guid noticeId, CancellationToken ct)
    {
        foreach (var (caseId, by) in await RowsAsync(noticeId, result: null, ct))
        {
            var entered = await transactions.RunAsync(caseId, Begin(noticeId, caseId, by, "NoticeEntryGathering"),
                (work, token) => GatheringSteps.EnterAsync(work, noticeId, token), ct);
            await WriteAsync(noticeId, caseId, entered.Succeeded ? nameof(GatheringState.Entered) : entered.Refusal!.Key, ct);
        }

        if (!await opening.OpenAsync(noticeId, ct)) return;
        foreach (var (caseId, by) in await RowsAsync(noticeId, nameof(GatheringState.Entered), ct))
        {
            var begun = await transactions.RunAsync(caseId, Begin(noticeId, caseId, by, "NoticePublishing"), async (work, token) =>
            {
                await steps.BeginAsync(work, noticeId, token);
                return Result.Success;
            }, ct);
            if (!begun.Succeeded)
                throw new InvalidOperationException($"The period of case {caseId} in notice {noticeId} was refused: {begun.Refusal.Key}.");
            await WriteAsync(noticeId, caseId, nameof(GatheringState.Published), ct);
        }

        await ExecuteAsync(FinishedSql, ct, noticeId, time.GetUtcNow());
    }

    private Operation Begin(Guid noticeId, Guid caseId, Guid by, string type) =>
        Operation.Begin(Operation.IdFromKey(noticeId, type + caseId.ToString("N")), type, by, role: null, time);

    private async Task<List<(Guid CaseId, Guid By)>> RowsAsync(Guid noticeId, string? result, CancellationToken ct)
    {
        await using var command = database.CreateCommand(WaitingSql);
        command.Parameters.Add(CaseBatch.Uuid(noticeId));
        command.Parameters.Add(CaseBatch.Text(result));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(Guid, Guid)>();
        while (await reader.ReadAsync(ct)) rows.Add((reader.GetGuid(0), reader.GetGuid(1)));
        return rows;
    }

    private Task WriteAsync(Guid noticeId, Guid caseId, string result, CancellationToken ct) =>
        ExecuteAsync(ResultSql, ct, noticeId, caseId, result);

    private async Task ExecuteAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(ct);
    }
}
