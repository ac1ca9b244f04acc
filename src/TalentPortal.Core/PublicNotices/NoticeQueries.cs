using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Standards;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.PublicNotices;

/// <summary>Reads the board of notices.</summary>
public sealed class NoticeQueries(NpgsqlDataSource database, PortalTimeZone zone, ParameterTable parameters)
{
    private const int PageSize = 20;
    private const string DayFormat = "yyyyMMdd";

    private const string Columns =
        "n.id, n.kind, n.title, o.name_zh, o.name_en, n.starts_on, n.ends_on, n.body, n.provisional, n.content_digest, n.closed_at is null";

    private const string BoardSql =
        $"""
        select {Columns} from public_notices n join organisations o on o.id = n.organisation_id
        where $1::date is null or n.starts_on < $1 or (n.starts_on = $1 and n.id < $2)
        order by n.starts_on desc, n.id desc limit $3
        """;

    private const string OneSql = $"select {Columns} from public_notices n join organisations o on o.id = n.organisation_id where n.id = $1";

    private const string EntriesSql = "select id, subject_name, facts, status from notice_entries where notice_id = $1 and status <> 'Cancelled' order by id";

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

    private NoticeRow Row(NpgsqlDataReader reader)
    {
        var endsOn = reader.GetFieldValue<DateOnly>(6);
        return new NoticeRow(reader.GetGuid(0), Enum.Parse<NoticeKind>(reader.GetString(1)), reader.GetString(2), reader.GetString(3),
            reader.GetString(4), reader.GetFieldValue<DateOnly>(5), endsOn, endsOn >= zone.Today, reader.GetBoolean(10));
    }

    private static (DateOnly On, Guid Id)? Cursor(string? text) =>
        text?.Split('.') is [var day, var key] && Guid.TryParseExact(key, "N", out var id)
        && DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? (on, id)
            : null;
}
