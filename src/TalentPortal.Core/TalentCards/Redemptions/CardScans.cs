using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.Core.TalentCards.Hand;

namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>
/// The log of every look at a card: who, where, when, and what came of it. Whoever tries what is no good card too often waits: numbers
/// are not to be guessed. What a failed look came to is told only when it was counted, one after the other for each account: a hundred
/// tries at once learn no more than ten one after the other.
/// </summary>
public sealed class CardScans(NpgsqlDataSource database, RedemptionTerms terms, AuditStreams audit)
{
    private const string InsertSql =
        """
        insert into card_scans (id, case_id, venue_id, staff_id, outcome, failed, redemption_id, scanned_at, recorded_at)
        values ($1, (select case_id from talent_cards where case_id = $2), $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string TurnSql = "select pg_advisory_xact_lock(hashtextextended('card scans ' || $1::text, 0))";
    private const string FailuresSql = "select count(*)::int from card_scans where staff_id = $1 and failed and recorded_at > $2";

    /// <summary>Why an account may not scan now; null when it may.</summary>
    public async Task<Refusal?> WhyNotAsync(Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var command = database.CreateCommand(FailuresSql);
        return await FailuresAsync(command, actor.UserId, now, ct) >= terms.FailuresAllowed
            ? new ScanningLocked(terms.FailureMinutes)
            : null;
    }

    /// <summary>Keeps a look at a card that was good.</summary>
    public async Task KeepAsync(TillVisit visit, Guid cardId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await InsertAsync(LookOf(visit, cardId, refusal: null), ct);
    }

    /// <summary>Keeps a look that came to nothing. The one that locks the account stands in the audit too.</summary>
    /// <param name="visit">Who looked, and where.</param>
    /// <param name="cardId">Which card; null where none was known.</param>
    /// <param name="refusal">Why it was no good.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What is told: that the account waits, where others at the same moment have locked it.</returns>
    public async Task<Refusal> KeepAsync(TillVisit visit, Guid? cardId, Refusal refusal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(refusal);
        var look = LookOf(visit, cardId, refusal);
        if (!look.Failed)
        {
            await InsertAsync(look, ct);
            return refusal;
        }

        var failures = await CountAsync(look, ct);
        if (failures > terms.FailuresAllowed) return new ScanningLocked(terms.FailureMinutes);
        if (failures < terms.FailuresAllowed) return refusal;
        await audit.AppendAsync(AuditStream.Rights, "ScanningLocked", visit.Operation,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["user"] = visit.Staff.UserId, ["venue"] = visit.VenueId }, ct);
        return refusal;
    }

    /// <summary>Keeps a use, in the transaction that makes it.</summary>
    internal static void Keep(CaseWork work, Redemption use)
    {
        var command = new NpgsqlBatchCommand(InsertSql);
        AddTo(command.Parameters, new Look(use.CaseId, use.VenueId, use.StaffId, "Redeemed", false, use.Id, use.ScannedAt, work.Now));
        work.Execute(command);
    }

    /// <summary>Whether it looks like trying numbers: no card was shown to be there.</summary>
    private static bool IsGuess(Refusal? refusal) => refusal is CardCodeUnreadable or CardCodeForged or CardUnknown
        or CardNumberWrongShape or CardNumberWrongCheck or CardPinWrong or CardPinLocked or CardPinNotSet;

    private async Task InsertAsync(Look look, CancellationToken ct)
    {
        await using var command = database.CreateCommand(InsertSql);
        AddTo(command.Parameters, look);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Writes a look that failed, and counts its account's failures, this one too.</summary>
    private async Task<int> CountAsync(Look look, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(TurnSql) { Parameters = { CaseBatch.Uuid(look.StaffId) } });
        var insert = new NpgsqlBatchCommand(InsertSql);
        AddTo(insert.Parameters, look);
        batch.BatchCommands.Add(insert);
        await batch.ExecuteNonQueryAsync(ct);
        await using var command = new NpgsqlCommand(FailuresSql, connection, transaction);
        var failures = await FailuresAsync(command, look.StaffId, look.RecordedAt, ct);
        await transaction.CommitAsync(ct);
        return failures;
    }

    private async Task<int> FailuresAsync(NpgsqlCommand command, Guid staffId, DateTimeOffset now, CancellationToken ct)
    {
        command.Parameters.Add(CaseBatch.Uuid(staffId));
        command.Parameters.Add(new NpgsqlParameter { Value = now.AddMinutes(-terms.FailureMinutes).ToUniversalTime() });
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    private static Look LookOf(TillVisit visit, Guid? cardId, Refusal? refusal) =>
        new(cardId, visit.VenueId, visit.Staff.UserId, refusal?.Key ?? "Looked", IsGuess(refusal), null, visit.Operation.At,
            visit.Operation.At);

    private static void AddTo(NpgsqlParameterCollection parameters, Look look) => parameters.AddRange(new[]
    {
        CaseBatch.Uuid(Ids.New()), CaseBatch.Uuid(look.CardId), CaseBatch.Uuid(look.VenueId), CaseBatch.Uuid(look.StaffId),
        CaseBatch.Text(look.Outcome),
        new NpgsqlParameter { Value = look.Failed, NpgsqlDbType = NpgsqlDbType.Boolean }, CaseBatch.Uuid(look.RedemptionId),
        new NpgsqlParameter { Value = look.ScannedAt.ToUniversalTime() }, new NpgsqlParameter { Value = look.RecordedAt.ToUniversalTime() },
    });

    private sealed record Look(Guid? CardId, Guid VenueId, Guid StaffId, string Outcome, bool Failed, Guid? RedemptionId,
        DateTimeOffset ScannedAt, DateTimeOffset RecordedAt);
}
