using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>The partner's side of a statement: its manager confirms it, or objects with a reason and the uses concerned.</summary>
public sealed class StatementAnswers(StatementBook book, StatementTerms terms)
{
    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 2000;

    private const string ConfirmSql =
        "update venue_statements set status = 'Confirmed', confirmed_by = $2, confirmed_at = $3, operation_id = $4 where id = $1";

    private const string ObjectSql =
        """
        update venue_statements set status = 'Objected', objected_by = $2, objected_at = $3, operation_id = $4, objection = $5, objected_uses = $6 where id = $1
        """;

    private const string CountSql = "select count(*) from venue_statement_entries where statement_id = $1 and redemption_id = any($2)";

    /// <summary>Confirms it; after the days to object too.</summary>
    public Task<Result> ConfirmAsync(Actor actor, Guid id, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(operation);
        return book.ChangeAsync(id, operation, async (work, statement) =>
        {
            if (!statement.IsOf(actor)) return new StatementUnknown();
            if (statement.Status is not StatementStatus.Open) return new StatementNotOpen(statement.Status);
            await work.ExecuteAsync(ConfirmSql,
                [CaseBatch.Uuid(id), CaseBatch.Uuid(actor.UserId), CaseBatch.At(operation.At), CaseBatch.Uuid(operation.Id)], ct);
            work.Record("StatementConfirmed", statement.Number);
            return Result.Success;
        }, ct);
    }

    /// <summary>Objects.</summary>
    /// <param name="actor">The manager.</param>
    /// <param name="id">The statement.</param>
    /// <param name="reason">Why.</param>
    /// <param name="uses">The uses concerned; none where it is about one that is missing, or about all.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result> ObjectAsync(
        Actor actor, Guid id, string? reason, IReadOnlyCollection<Guid> uses, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(uses);
        ArgumentNullException.ThrowIfNull(operation);
        return book.ChangeAsync(id, operation, async (work, statement) =>
        {
            if (!statement.IsOf(actor)) return new StatementUnknown();
            if (statement.Status is not StatementStatus.Open) return new StatementNotOpen(statement.Status);
            if (terms.Today > statement.AnswerBy) return new StatementTooLate(statement.AnswerBy);
            if (reason?.Trim() is not { Length: > 0 and <= LongestReason } why) return new StatementReasonMissing(LongestReason);
            Guid[] named = [.. uses.Distinct()];
            if (await CountAsync(work, id, named, ct) != named.Length) return new StatementUseUnknown();
            await work.ExecuteAsync(ObjectSql,
            [
                CaseBatch.Uuid(id), CaseBatch.Uuid(actor.UserId), CaseBatch.At(operation.At), CaseBatch.Uuid(operation.Id),
                CaseBatch.Text(why), new NpgsqlParameter { Value = named },
            ], ct);
            work.Record("StatementObjected", statement.Number, ("uses", named.Length));
            await work.TellOfficeAsync(MessageTemplates.StatementObjected, statement.Number, ct);
            return Result.Success;
        }, ct);
    }

    private static async Task<long> CountAsync(StatementWork work, Guid id, Guid[] uses, CancellationToken ct)
    {
        await using var command = work.Command(CountSql, CaseBatch.Uuid(id), new NpgsqlParameter { Value = uses });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
