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
/// are not to be guessed.
/// </summary>
public sealed class CardScans(NpgsqlDataSource database, RedemptionTerms terms, AuditStreams audit)
{
    private const string InsertSql =
        """
        insert into card_scans (id, case_id, venue_id, staff_id, outcome, failed, redemption_id, scanned_at, recorded_at)
        values ($1, (select case_id from talent_cards where case_id = $2), $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string FailuresSql = "select count(*)::int from card_scans where staff_id = $1 and failed and recorded_at > $2";

    /// <summary>Why an account may not scan now; null when it may.</summary>
    public async Task<Refusal?> WhyNotAsync(Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return await FailuresAsync(actor, now, ct) >= terms.FailuresAllowed ? new ScanningLocked(terms.FailureMinutes) : null;
    }

    /// <summary>Keeps a look that changed nothing. The one that locks the account stands in the audit too.</summary>
    /// <param name="visit">Who looked, and where.</param>
    /// <param name="cardId">Which card; null where none was known.</param>
    /// <param name="refusal">Why it was no good; null when it was.</param>
    /// <param name="ct">Cancels.</param>
    public async Task KeepAsync(TillVisit visit, Guid? cardId, Refusal? refusal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var (actor, operation) = (visit.Staff, visit.Operation);
        var failed = IsGuess(refusal);
        await using var command = database.CreateCommand(InsertSql);
        foreach (var parameter in Parameters(new Look(cardId, visit.VenueId, actor.UserId, refusal?.Key ?? "Looked", failed, null, operation.At, operation.At)))
            command.Parameters.Add(parameter);
        await command.ExecuteNonQueryAsync(ct);
        if (!failed || await FailuresAsync(actor, operation.At, ct) != terms.FailuresAllowed) return;
        await audit.AppendAsync(AuditStream.Rights, "ScanningLocked", operation,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["user"] = actor.UserId, ["venue"] = visit.VenueId }, ct);
    }

    /// <summary>Keeps a use, in the transaction that makes it.</summary>
    internal static void Keep(CaseWork work, Redemption use)
    {
        var command = new NpgsqlBatchCommand(InsertSql);
        foreach (var parameter in Parameters(new Look(use.CaseId, use.VenueId, use.StaffId, "Redeemed", false, use.Id, use.ScannedAt, work.Now)))
            command.Parameters.Add(parameter);
        work.Execute(command);
    }

    /// <summary>Whether it looks like trying numbers: no card was shown to be there.</summary>
    private static bool IsGuess(Refusal? refusal) => refusal is CardCodeUnreadable or CardCodeForged or CardUnknown
        or CardNumberWrongShape or CardNumberWrongCheck or CardPinWrong or CardPinLocked or CardPinNotSet;

    private async Task<int> FailuresAsync(Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = database.CreateCommand(FailuresSql);
        command.Parameters.Add(CaseBatch.Uuid(actor.UserId));
        command.Parameters.Add(new NpgsqlParameter { Value = now.AddMinutes(-terms.FailureMinutes).ToUniversalTime() });
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    private static IEnumerable<NpgsqlParameter> Parameters(Look look) =>
    [
        CaseBatch.Uuid(Ids.New()), CaseBatch.Uuid(look.CardId), CaseBatch.Uuid(look.VenueId), CaseBatch.Uuid(look.StaffId), CaseBatch.Text(look.Outcome),
        new() { Value = look.Failed, NpgsqlDbType = NpgsqlDbType.Boolean }, CaseBatch.Uuid(look.RedemptionId),
        new() { Value = look.ScannedAt.ToUniversalTime() }, new() { Value = look.RecordedAt.ToUniversalTime() },
    ];

    private sealed record Look(Guid? CardId, Guid VenueId, Guid StaffId, string Outcome, bool Failed, Guid? RedemptionId,
        DateTimeOffset ScannedAt, DateTimeOffset RecordedAt);
}
