using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>Reads statements: a manager those of the own venues, the talent office all.</summary>
public sealed class StatementReader(NpgsqlDataSource database)
{
    internal const string SelectSql =
        """
        select s.id, s.number, s.venue_id, o.name_zh, o.name_en, o.parent_id, p.name_zh, p.name_en, s.month, s.supersedes_id,
          (select n.id from venue_statements n where n.supersedes_id = s.id), s.uses, s.taken_back, s.late, s.waived, s.checksum, s.drawn_at, s.answer_by, s.status,
          s.confirmed_at, s.objected_by, s.objected_at, s.objection, s.objected_uses, s.decided_at, s.decision, s.operation_id
        from venue_statements s join organisations o on o.id = s.venue_id left join organisations p on p.id = o.parent_id
        """;

    private const string ListSql = SelectSql +
        """
         where ($1 or o.id = any($2) or o.parent_id = any($2)) and ($3::text is null or s.status = $3) and ($4::date is null or s.month = $4)
           and ($5::uuid is null or s.venue_id = $5)
        order by s.month desc, o.code, s.drawn_at desc, s.id limit $6
        """;

    private const string EntriesSql =
        """
        select e.redemption_id, e.kind, e.counts, e.benefit, e.level, e.waived, r.scanned_at, r.is_offline, u.display_name
        from venue_statement_entries e join redemptions r on r.id = e.redemption_id join portal_users u on u.id = r.staff_id
        where e.statement_id = $1 order by r.scanned_at, r.id
        """;

    /// <summary>The statements that somebody may read, the newest first.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="filter">Which.</param>
    /// <param name="most">Most rows.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<VenueStatement>> ListAsync(Actor actor, StatementFilter filter, int most, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(filter);
        Guid[] units = [.. actor.Appointments.Where(held => held.Role is PortalRole.VenueManager).Select(held => held.OrganisationId)];
        await using var command = database.CreateCommand(ListSql);
        command.Parameters.AddWithValue(actor.Can(Permission.ManageCards));
        command.Parameters.AddWithValue(units);
        command.Parameters.Add(CaseBatch.Text(filter.Status?.ToString()));
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)filter.Month ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(CaseBatch.Uuid(filter.VenueId));
        command.Parameters.AddWithValue(most);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var statements = new List<VenueStatement>();
        while (await rows.ReadAsync(ct)) statements.Add(Read(rows));
        return statements;
    }

    /// <summary>A statement; null where there is none, or the reader may not see it.</summary>
    public async Task<VenueStatement?> FindAsync(Actor actor, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var command = database.CreateCommand(SelectSql + " where s.id = $1");
        command.Parameters.Add(CaseBatch.Uuid(id));
        await using var rows = await command.ExecuteReaderAsync(ct);
        return await rows.ReadAsync(ct) && Read(rows) is var found && found.MayRead(actor) ? found : null;
    }

    /// <summary>The uses of a statement, the oldest first.</summary>
    public async Task<IReadOnlyList<StatementUse>> UsesAsync(VenueStatement statement, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(statement);
        await using var command = database.CreateCommand(EntriesSql);
        command.Parameters.Add(CaseBatch.Uuid(statement.Id));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var uses = new List<StatementUse>();
        while (await rows.ReadAsync(ct))
            uses.Add(new StatementUse(ReadEntry(rows), rows.GetFieldValue<DateTimeOffset>(6), rows.GetBoolean(7), rows.GetString(8)));
        return uses;
    }

    internal static StatementEntry ReadEntry(NpgsqlDataReader row) =>
        new(row.GetGuid(0), Enum.Parse<StatementEntryKind>(row.GetString(1)), row.GetInt32(2),
        row.GetString(3), row.GetString(4), row.GetDecimal(5));

    internal static VenueStatement Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Number = row.GetString(1),
        VenueId = row.GetGuid(2),
        Venue = new LocalizedText(row.GetString(3), row.GetString(4)),
        PartnerId = row.GetFieldValue<Guid?>(5),
        Partner = row.IsDBNull(6) ? null : new LocalizedText(row.GetString(6), row.GetString(7)),
        Month = row.GetFieldValue<DateOnly>(8),
        SupersedesId = row.GetFieldValue<Guid?>(9),
        SupersededById = row.GetFieldValue<Guid?>(10),
        Sums = new StatementSums(row.GetInt32(11), row.GetInt32(12), row.GetInt32(13), row.GetDecimal(14)),
        Checksum = row.GetString(15),
        DrawnAt = row.GetFieldValue<DateTimeOffset>(16),
        AnswerBy = row.GetFieldValue<DateOnly>(17),
        Status = Enum.Parse<StatementStatus>(row.GetString(18)),
        ConfirmedAt = row.GetFieldValue<DateTimeOffset?>(19),
        ObjectedBy = row.GetFieldValue<Guid?>(20),
        ObjectedAt = row.GetFieldValue<DateTimeOffset?>(21),
        Objection = row.IsDBNull(22) ? null : row.GetString(22),
        ObjectedUses = row.IsDBNull(23) ? [] : row.GetFieldValue<Guid[]>(23),
        DecidedAt = row.GetFieldValue<DateTimeOffset?>(24),
        Decision = row.IsDBNull(25) ? null : row.GetString(25),
        OperationId = row.GetGuid(26),
    };
}
