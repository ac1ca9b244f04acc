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
        where n.published_at is not null and ($1::date is null or n.starts_on < $1 or (n.starts_on = $1 and n.id < $2))
          and ($4::int is null or n.starts_on between make_date($4, 1, 1) and make_date($4, 12, 31))
          and ($5::text is null or n.title ilike $5 or o.name_zh ilike $5 or o.name_en ilike $5 or exists (
            select from notice_entries e join organisations g on g.code = e.facts ->> 'unit' left join organisations t on t.id = g.parent_id
            where e.notice_id = n.id and (g.name_zh ilike $5 or g.name_en ilike $5 or t.name_zh ilike $5 or t.name_en ilike $5)))
        order by n.starts_on desc, n.id desc limit $3
        """;

    private const string ListSql =
        $"""
        select {Columns} from public_notices n join organisations o on o.id = n.organisation_id
        where n.published_at is not null and ($1::int is null or n.starts_on between make_date($1, 1, 1) and make_date($1, 12, 31))
          and (not $2 or n.ends_on >= $3)
        order by n.starts_on desc, n.id desc limit $4
        """;

    private const string OneSql = $"select {Columns} from public_notices n join organisations o on o.id = n.organisation_id where n.id = $1 and n.published_at is not null";

    private const string EntriesSql =
        "select id, subject_name, facts, status from notice_entries where notice_id = $1 and status <> 'Cancelled' order by id";

    /// <summary>The board and its archive, newest first.</summary>
    public async Task<NoticePage> BoardAsync(NoticeSearch search, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(search);
        var cursor = Cursor(search.After);
        await using var command = database.CreateCommand(BoardSql);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)cursor?.On ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(CaseBatch.Uuid(cursor?.Id ?? Guid.Empty));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = PageSize + 1 });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)search.Year ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(CaseBatch.Text(search.Words is null ? null : Pattern(search.Words)));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<NoticeRow>();
        while (await reader.ReadAsync(ct)) rows.Add(Row(reader));
        if (rows.Count <= PageSize) return new NoticePage(rows, Next: null);
        rows.RemoveAt(PageSize);
        return new NoticePage(rows, $"{rows[^1].StartsOn.ToString(DayFormat, CultureInfo.InvariantCulture)}.{rows[^1].Id:N}");
    }

    /// <summary>The newest notices, as those read them who run the board.</summary>
    /// <param name="year">The year in which they were published; null for all.</param>
    /// <param name="running">Whether only those are wanted that still run.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<NoticeRow>> ListAsync(int? year, bool running, int most, CancellationToken ct)
    {
        await using var command = database.CreateCommand(ListSql);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)year ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = running });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = zone.Today });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<NoticeRow>();
        while (await reader.ReadAsync(ct)) rows.Add(Row(reader));
        return rows;
    }

    /// <summary>The years in which there were notices, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select distinct extract(year from starts_on)::int from public_notices where published_at is not null order by 1 desc");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var years = new List<int>();
        while (await reader.ReadAsync(ct)) years.Add(reader.GetInt32(0));
        return years;
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
        var view =
            new NoticeView(row, reader.GetString(7), reader.GetBoolean(8), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(9)), []);
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

    /// <summary>The words anywhere; what is a sign of patterns stands for itself.</summary>
    private static string Pattern(string words) => "%" + words.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

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
