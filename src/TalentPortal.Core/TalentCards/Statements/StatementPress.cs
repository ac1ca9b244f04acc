using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>
/// Draws a statement from the uses themselves. Over all statements that stand, a use adds up to one, or to none where it was taken back:
/// what an earlier statement did not know is counted here as a correction, and nothing is counted twice.
/// </summary>
public sealed class StatementPress(StatementTerms terms)
{
    private const string LockSql = "select pg_advisory_xact_lock(hashtextextended('venue statement ' || $1::text, 0))";
    private const string StandsSql =
        "select exists (select from venue_statements where venue_id = $1 and month = $2 and status <> 'Superseded')";
    private const string SerialSql = "select nextval('venue_statement_serials')";

    private const string EntriesSql =
        """
        insert into venue_statement_entries (statement_id, redemption_id, kind, counts, benefit, level, waived)
        select $1, r.id, case when d.counts = -1 then 'LateReversal' when r.redeemed_on < $3 then 'LateUse' when d.counts = 0 then 'TakenBack' else 'Use' end,
          d.counts, r.benefit, r.level, d.counts * r.waived
        from redemptions r
        cross join lateral (select (case when r.reversed then 0 else 1 end) - coalesce(sum(e.counts), 0)::int as counts
          from venue_statement_entries e join venue_statements s on s.id = e.statement_id
          where e.redemption_id = r.id and s.status <> 'Superseded') d
        where r.venue_id = $2 and r.redeemed_on < $4 and (d.counts <> 0 or (r.reversed and r.redeemed_on >= $3))
        returning redemption_id, kind, counts, benefit, level, waived
        """;

    private const string InsertSql =
        """
        insert into venue_statements (id, number, venue_id, month, supersedes_id, uses, taken_back, late, waived, checksum, drawn_at, answer_by, status, operation_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'Open', $13)
        """;

    /// <summary>Draws it, unless one stands or there is nothing to state.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="venueId">The venue.</param>
    /// <param name="month">The month's first day.</param>
    /// <param name="supersedes">The statement whose place it takes; it no longer stands.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Its entries; none where nothing was drawn.</returns>
    internal async Task<IReadOnlyList<StatementEntry>> DrawAsync(
        StatementWork work, Guid venueId, DateOnly month, VenueStatement? supersedes, CancellationToken ct)
    {
        // Two portals that draw for a venue at once wait for each other: the second finds what the first drew.
        await work.ExecuteAsync(LockSql, [CaseBatch.Uuid(venueId)], ct);
        if (await work.Command(StandsSql, CaseBatch.Uuid(venueId), Day(month)).ExecuteScalarAsync(ct) is true) return [];
        var id = Ids.New();
        var entries = await EntriesAsync(work, id, venueId, month, ct);
        if (entries.Count == 0) return [];
        var serial = (long)(await work.Command(SerialSql).ExecuteScalarAsync(ct))!;
        var number = string.Create(CultureInfo.InvariantCulture, $"DZ{month:yyyyMM}-{serial:00000}");
        var (sums, answerBy) = (StatementSums.Of(entries), terms.AnswerBy);
        await work.ExecuteAsync(InsertSql,
        [
            CaseBatch.Uuid(id), CaseBatch.Text(number), CaseBatch.Uuid(venueId), Day(month), CaseBatch.Uuid(supersedes?.Id),
            Whole(sums.Uses), Whole(sums.TakenBack),
            Whole(sums.Late), new NpgsqlParameter { Value = sums.Waived, NpgsqlDbType = NpgsqlDbType.Numeric },
            CaseBatch.Text(StatementSums.Checksum(number, venueId, month, entries)), CaseBatch.At(work.Operation.At), Day(answerBy),
            CaseBatch.Uuid(work.Operation.Id),
        ], ct);
        work.Record("StatementDrawn", number, ("id", id), ("venue", venueId), ("month", month), ("uses", sums.Uses),
            ("waived", sums.Waived), ("supersedes", supersedes?.Number));
        await work.TellManagersAsync(supersedes is null ? MessageTemplates.StatementDrawn : MessageTemplates.StatementCorrected, venueId,
            number, answerBy, ct);
        return entries;
    }

    private static async Task<IReadOnlyList<StatementEntry>> EntriesAsync(
        StatementWork work, Guid id, Guid venueId, DateOnly month, CancellationToken ct)
    {
        await using var command = work.Command(
            EntriesSql, CaseBatch.Uuid(id), CaseBatch.Uuid(venueId), Day(month), Day(month.AddMonths(1)));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var entries = new List<StatementEntry>();
        while (await rows.ReadAsync(ct)) entries.Add(StatementReader.ReadEntry(rows));
        return entries;
    }

    private static NpgsqlParameter Day(DateOnly day) => new() { Value = day, NpgsqlDbType = NpgsqlDbType.Date };

    private static NpgsqlParameter Whole(int value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Integer };
}
