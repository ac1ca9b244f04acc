using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>
/// The talent office answers an objection: the statement stays, with a reason, or a new one that is drawn from the uses as they stand now
/// takes its place. A use that is wrong is taken back first, by two people, as ever; no statement is changed by hand.
/// </summary>
public sealed class StatementDecisions(StatementBook book, StatementPress press)
{
    private const string DecideSql =
        "update venue_statements set status = $2, decided_by = $3, decided_at = $4, decision = $5, operation_id = $6 where id = $1";

    private const string EntriesSql =
        "select redemption_id, kind, counts, benefit, level, waived from venue_statement_entries where statement_id = $1";

    /// <summary>Keeps the statement.</summary>
    public Task<Result> UpholdAsync(Actor actor, Guid id, string? reason, Operation operation, CancellationToken ct) =>
        DecideAsync(actor, id, reason, operation, StatementStatus.Upheld, async (work, statement) =>
        {
            work.Record("StatementUpheld", statement.Number);
            await work.TellManagersAsync(MessageTemplates.StatementUpheld, statement.VenueId, statement.Number, dueOn: null, ct);
            return Result.Success;
        }, ct);

    /// <summary>Draws it anew.</summary>
    public Task<Result> CorrectAsync(Actor actor, Guid id, string? reason, Operation operation, CancellationToken ct) =>
        DecideAsync(actor, id, reason, operation, StatementStatus.Superseded, async (work, statement) =>
        {
            var before = await EntriesAsync(work, id, ct);
            var after = await press.DrawAsync(work, statement.VenueId, statement.Month, statement, ct);
            if (after.Count == 0 || before.SetEquals(after)) return new StatementUnchanged();
            work.Record("StatementCorrected", statement.Number);
            return Result.Success;
        }, ct);

    private Task<Result> DecideAsync(Actor actor, Guid id, string? reason, Operation operation, StatementStatus status,
        Func<StatementWork, VenueStatement, Task<Result>> follow, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(operation);
        return book.ChangeAsync(id, operation, async (work, statement) =>
        {
            if (!actor.Can(Permission.ManageCards)) return new StatementUnknown();
            if (statement.Status is not StatementStatus.Objected) return new StatementNotOpen(statement.Status);
            if (statement.ObjectedBy == actor.UserId) return new StatementObjectionOwn();
            if (reason?.Trim() is not { Length: > 0 and <= StatementAnswers.LongestReason } why)
                return new StatementReasonMissing(StatementAnswers.LongestReason);
            await work.ExecuteAsync(DecideSql,
            [
                CaseBatch.Uuid(id), CaseBatch.Text(status.ToString()), CaseBatch.Uuid(actor.UserId), CaseBatch.At(operation.At),
                CaseBatch.Text(why), CaseBatch.Uuid(operation.Id),
            ], ct);
            return await follow(work, statement);
        }, ct);
    }

    private static async Task<HashSet<StatementEntry>> EntriesAsync(StatementWork work, Guid id, CancellationToken ct)
    {
        await using var command = work.Command(EntriesSql, CaseBatch.Uuid(id));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var entries = new HashSet<StatementEntry>();
        while (await rows.ReadAsync(ct)) entries.Add(StatementReader.ReadEntry(rows));
        return entries;
    }
}
