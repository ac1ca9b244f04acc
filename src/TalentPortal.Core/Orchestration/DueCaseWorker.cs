using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Orchestration;

/// <summary>
/// Resumes waits that have fallen due: takes the lock of a due case that nobody else holds and does what a request would. Several portals
/// may run it; a wait fires once, because resuming removes its row in the same transaction.
/// </summary>
public sealed class DueCaseWorker(
    NpgsqlDataSource database, CaseTransaction transactions, Orchestrator orchestrator, TimeProvider time, ILogger<DueCaseWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Backoff = TimeSpan.FromMinutes(5);

    private const string TakeSql =
        """
        select c.id, c.audit_seq, c.audit_head, b.id from cases c
        join bookmarks b on b.case_id = c.id
        where b.due_at <= $1 and not c.hold
        order by b.due_at, b.id limit 1 for no key update of c skip locked
        """;

    /// <summary>Resumes everything that is due now.</summary>
    /// <returns>How many waits were resumed.</returns>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var count = 0;
        while (await RunOneAsync(ct)) count++;
        return count;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogError(failure, "Due cases could not be worked on; the next look is in a second");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> RunOneAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await TakeAsync(connection, transaction, ct) is not { } due) return false;
        var operation = Operation.OfPortal("TimerFiring", time);
        try
        {
            var result = await transactions.RunLockedAsync(connection, transaction, due.CaseId, due.Head, operation,
                async (work, token) => Result.Of(await FireAsync(work, due.BookmarkId, token)), ct);
            if (!result.Succeeded) throw new InvalidOperationException($"A due wait was refused: {result.Refusal.Key}.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await PostponeAsync(transaction, due, failure, ct);
        }

        return true;
    }

    private async Task<bool> FireAsync(CaseWork work, string bookmarkId, CancellationToken ct)
    {
        // The wait was found before the lock was had: another portal may have fired or moved it meanwhile.
        if (!work.Rows<BookmarkRow>().Any(row => row.Id == bookmarkId && row.DueAt <= work.Now)) return false;
        work.Record("TimerFired", ("bookmark", bookmarkId));
        return await orchestrator.ResumeAsync(work, bookmarkId, new JsonObject { ["due"] = true }, ct);
    }

    private async Task<DueCase?> TakeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(TakeSql, connection, transaction) { Parameters = { CaseBatch.At(time.GetUtcNow()) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new DueCase(reader.GetGuid(0), new ChainHead(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)), reader.GetString(3))
            : null;
    }

    /// <summary>The flush failed and everything is rolled back: a second transaction leaves an incident and lets the wait rest.</summary>
    private async Task PostponeAsync(NpgsqlTransaction failed, DueCase due, Exception failure, CancellationToken ct)
    {
        logger.LogError(failure, "The wait {Bookmark} of case {Case} could not be resumed", due.BookmarkId, due.CaseId);
        await failed.RollbackAsync(ct);
        await transactions.RunAsync(due.CaseId, Operation.OfPortal("TimerPostponing", time), (work, _) =>
        {
            var rows = work.Rows<BookmarkRow>();
            var row = rows.FirstOrDefault(row => row.Id == due.BookmarkId);
            if (row is not null) rows.Replace(row with { DueAt = work.Now + Backoff });
            var incident = work.Rows<IncidentRow>().Add(new IncidentRow
            {
                Id = Ids.New().ToString("N"),
                CaseId = due.CaseId,
                ActivityId = row?.ActivityId,
                InstanceId = row?.InstanceId,
                Reason = failure.Message,
                Detail = failure.GetType().Name,
                OccurredAt = work.Now,
            });
            work.Record("IncidentRaised", ("incident", incident.Id));
            return Task.FromResult(Result.Success);
        }, ct);
    }

    private sealed record DueCase(Guid CaseId, ChainHead Head, string BookmarkId);
}
