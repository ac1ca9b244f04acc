using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Allowances.Conditions;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Recoveries;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.Allowances.Standing;

/// <summary>
/// Reads what is known of allowances, in one round trip, on any connection: inside a transaction it sees what that one sees.
/// </summary>
public sealed class AllowanceBooks(PortalTimeZone zone)
{
    private const string LockSql =
        "select case_id from allowances where $1::uuid[] is null or case_id = any($1) order by case_id for no key update";

    private const string CardSql =
        """
        select a.case_id, t.status, c.acted_at, c.status, c.level_after, c.expires_on
        from allowances a join talent_cards t on t.case_id = a.card_id join card_actions c on c.case_id = t.case_id
        where a.case_id = any($1) order by a.case_id, c.acted_at, c.id
        """;

    /// <summary>
    /// Locks the rows of allowances until the transaction ends, so that what is found of them stays: whoever changes an allowance, what is
    /// entered for it or what is paid of it takes this lock first.
    /// </summary>
    /// <param name="connection">Inside a transaction.</param>
    /// <param name="ids">Which; null for all.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Those that there are.</returns>
    internal static async Task<Guid[]> LockAsync(NpgsqlConnection connection, Guid[]? ids, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(LockSql, connection) { Parameters = { Keys(ids) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<Guid>();
        while (await reader.ReadAsync(ct)) found.Add(reader.GetGuid(0));
        return [.. found];
    }

    /// <summary>The facts of allowances, in the order of their keys.</summary>
    public async Task<IReadOnlyList<AllowanceFacts>> ReadAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Select(Allowance.Table, "case_id", "case_id", ids));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(CardSql) { Parameters = { Keys(ids) } });
        batch.BatchCommands.Add(Select(ConditionEntry.Table, "case_id", "entered_at, id", ids));
        batch.BatchCommands.Add(Select(Payment.Table, "allowance_id", "period_from, settled_on, id", ids));
        batch.BatchCommands.Add(Select(Recovery.Table, "case_id", "claimed_at, id", ids));
        batch.BatchCommands.Add(Select(RecoveryReceipt.Table, "case_id", "entered_at, id", ids));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var allowances = await RowsAsync(reader, Allowance.Table, ct);
        await reader.NextResultAsync(ct);
        var cards = await CardsAsync(reader, ct);
        var conditions = (await NextAsync(reader, ConditionEntry.Table, ct)).ToLookup(row => row.CaseId);
        var payments = (await NextAsync(reader, Payment.Table, ct)).ToLookup(row => row.AllowanceId);
        var recoveries = (await NextAsync(reader, Recovery.Table, ct)).ToLookup(row => row.CaseId);
        var receipts = (await NextAsync(reader, RecoveryReceipt.Table, ct)).ToLookup(row => row.CaseId);
        return [.. allowances.Select(allowance => new AllowanceFacts
        {
            Allowance = allowance,
            Card = cards[allowance.CaseId],
            Conditions = [.. conditions[allowance.CaseId]],
            Payments = [.. payments[allowance.CaseId]],
            Recoveries = [.. recoveries[allowance.CaseId]],
            Receipts = [.. receipts[allowance.CaseId]],
        })];
    }

    /// <summary>The facts of the locked case's allowance, whose row is locked too; null where it has none.</summary>
    internal async Task<AllowanceFacts?> OfAsync(CaseWork work, CancellationToken ct)
    {
        if (!work.Rows<Allowance>().Any()) return null;
        await LockAsync(work.Connection, [work.CaseId], ct);
        return (await ReadAsync(work.Connection, [work.CaseId], ct)).Single();
    }

    private static NpgsqlBatchCommand Select<T>(SpineTable<T> table, string key, string order, Guid[] ids)
        where T : class =>
        new($"select {string.Join(", ", table.ColumnNames)} from {table.Name} where {key} = any($1) order by {order}") { Parameters = { Keys(ids) } };

    private static async Task<List<T>> NextAsync<T>(NpgsqlDataReader reader, SpineTable<T> table, CancellationToken ct)
        where T : class
    {
        await reader.NextResultAsync(ct);
        return await RowsAsync(reader, table, ct);
    }

    private static async Task<List<T>> RowsAsync<T>(NpgsqlDataReader reader, SpineTable<T> table, CancellationToken ct)
        where T : class
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(table.Read(reader));
        return rows;
    }

    private async Task<Dictionary<Guid, CardStanding>> CardsAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        var cards = new Dictionary<Guid, (CardStatus Status, List<CardMoment> History)>();
        while (await reader.ReadAsync(ct))
        {
            if (!cards.TryGetValue(reader.GetGuid(0), out var card))
                cards.Add(reader.GetGuid(0), card = (Enum.Parse<CardStatus>(reader.GetString(1)), []));
            card.History.Add(new CardMoment(
                zone.DateOf(reader.GetFieldValue<DateTimeOffset>(2)), Enum.Parse<CardStatus>(reader.GetString(3)),
                reader.IsDBNull(4) ? null : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5)));
        }

        return cards.ToDictionary(one => one.Key, one => new CardStanding(one.Value.Status, one.Value.History));
    }

    private static NpgsqlParameter Keys(Guid[]? ids) =>
        new() { Value = (object?)ids ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };
}
