using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Standards;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.PublicNotices;

/// <summary>Reads the board of notices and the objections against them.</summary>
public sealed class NoticeQueries(NpgsqlDataSource database, PortalTimeZone zone, WorkingCalendar calendar, ParameterTable parameters)
{
    private const int PageSize = 20;
    private const string DayFormat = "yyyyMMdd";

    private const string Columns =
        "n.id, n.kind, n.title, o.name_zh, o.name_en, n.starts_on, n.ends_on, n.body, n.provisional, n.content_digest";

    private const string BoardSql =
        $"""
        select {Columns} from public_notices n join organisations o on o.id = n.organisation_id
        where $1::date is null or n.starts_on < $1 or (n.starts_on = $1 and n.id < $2)
        order by n.starts_on desc, n.id desc limit $3
        """;

    private const string OneSql = $"select {Columns} from public_notices n join organisations o on o.id = n.organisation_id where n.id = $1";

    private const string EntriesSql = "select id, subject_name, facts, status from notice_entries where notice_id = $1 and status <> 'Cancelled' order by id";

    private const string OwnSql =
        """
        select b.raised_on, b.content, b.status, b.finding from objections b join notice_entries e on e.id = b.entry_id
        where e.notice_id = $1 and b.raised_by = $2 order by b.recorded_at desc
        """;

    private const string ObjectionsSql =
        """
        select b.id, b.case_id, c.number, e.subject_name, n.id, n.ends_on, b.raised_on, u.display_name, b.content, b.status, b.finding
        from objections b
        join notice_entries e on e.id = b.entry_id join public_notices n on n.id = e.notice_id join cases c on c.id = b.case_id
        left join portal_users u on u.id = b.raised_by
        where ($1 and b.status = 'Open') or (not $1 and b.status <> 'Open') or b.id = $2
        order by b.raised_on, b.id limit 200
        """;

    /// <summary>The board, newest first.</summary>
    public async Task<NoticePage> BoardAsync(string? after, CancellationToken ct)
    {
        var cursor = Cursor(after);
        await using var command = database.CreateCommand(BoardSql);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)cursor?.On ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(CaseBatch.Uuid(cursor?.Id ?? Guid.Empty));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = PageSize + 1 });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<NoticeRow>();
        while (await reader.ReadAsync(ct)) rows.Add(Row(reader));
        if (rows.Count <= PageSize) return new NoticePage(rows, Next: null);
        rows.RemoveAt(PageSize);
        return new NoticePage(rows, $"{rows[^1].StartsOn.ToString(DayFormat, CultureInfo.InvariantCulture)}.{rows[^1].Id:N}");
    }

    /// <summary>One notice with its entries; null when there is none.</summary>
    public async Task<NoticeView?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(OneSql) { Parameters = { CaseBatch.Uuid(id) } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(EntriesSql) { Parameters = { CaseBatch.Uuid(id) } });
        await using var reader = await batch.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var row = Row(reader);
        var view = new NoticeView(row, reader.GetString(7), reader.GetBoolean(8), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(9)), []);
        var masks = row.EndsOn.AddDays(parameters.Int("retention.noticePageDays", zone.Today)) < zone.Today;
        await reader.NextResultAsync(ct);
        var entries = new List<NoticeEntryView>();
        while (await reader.ReadAsync(ct))
        {
            var name = reader.GetString(1);
            entries.Add(new NoticeEntryView(reader.GetGuid(0), masks ? Mask.Name(name) : name, NoticeFacts.FromJson(reader.GetString(2)),
                Enum.Parse<NoticeEntryStatus>(reader.GetString(3)) is NoticeEntryStatus.Running or NoticeEntryStatus.Frozen));
        }

        return view with { Entries = entries };
    }

    /// <summary>What somebody objected on a notice, newest first.</summary>
    public async Task<IReadOnlyList<OwnObjection>> OwnAsync(Guid noticeId, Guid userId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(OwnSql);
        command.Parameters.Add(CaseBatch.Uuid(noticeId));
        command.Parameters.Add(CaseBatch.Uuid(userId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var own = new List<OwnObjection>();
        while (await reader.ReadAsync(ct))
        {
            own.Add(new OwnObjection(reader.GetFieldValue<DateOnly>(0), reader.GetString(1), Enum.Parse<ObjectionStatus>(reader.GetString(2)),
                reader.IsDBNull(3) ? null : reader.GetString(3)));
        }

        return own;
    }

    /// <summary>Objections, those that arrived first first; at most 200.</summary>
    /// <param name="open">Those to be decided, or those that are.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<ObjectionRow>> ObjectionsAsync(bool open, CancellationToken ct) => ObjectionsAsync(open, Guid.Empty, ct);

    /// <summary>One objection; null when there is none.</summary>
    public async Task<ObjectionRow?> FindObjectionAsync(Guid id, CancellationToken ct) =>
        (await ObjectionsAsync(open: true, id, ct)).FirstOrDefault(row => row.Id == id);

    private async Task<IReadOnlyList<ObjectionRow>> ObjectionsAsync(bool open, Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(ObjectionsSql);
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = open });
        command.Parameters.Add(CaseBatch.Uuid(id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var days = parameters.Int("objection.days", zone.Today);
        var rows = new List<ObjectionRow>();
        while (await reader.ReadAsync(ct))
        {
            var raisedOn = reader.GetFieldValue<DateOnly>(6);
            rows.Add(new ObjectionRow(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetGuid(4),
                reader.GetFieldValue<DateOnly>(5), raisedOn, calendar.AddWorkingDays(raisedOn, days).On, reader.IsDBNull(7) ? null : reader.GetString(7),
                reader.GetString(8), Enum.Parse<ObjectionStatus>(reader.GetString(9)), reader.IsDBNull(10) ? null : reader.GetString(10)));
        }

        return rows;
    }

    private NoticeRow Row(NpgsqlDataReader reader)
    {
        var endsOn = reader.GetFieldValue<DateOnly>(6);
        return new NoticeRow(reader.GetGuid(0), Enum.Parse<NoticeKind>(reader.GetString(1)), reader.GetString(2), reader.GetString(3),
            reader.GetString(4), reader.GetFieldValue<DateOnly>(5), endsOn, endsOn >= zone.Today);
    }

    private static (DateOnly On, Guid Id)? Cursor(string? text) =>
        text?.Split('.') is [var day, var key] && Guid.TryParseExact(key, "N", out var id)
        && DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? (on, id)
            : null;
}
