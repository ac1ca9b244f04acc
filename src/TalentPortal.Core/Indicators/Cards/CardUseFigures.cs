using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.Indicators.Cards;

/// <summary>Counts the uses of cards by month, venue and level, and lists those behind each number by the same condition.</summary>
public sealed class CardUseFigures(NpgsqlDataSource database, PortalTimeZone zone)
{
    private const int Months = 12;

    private const string FromSql =
        """
         from redemptions r join organisations o on o.id = r.venue_id
        where not r.reversed and r.redeemed_on >= $1 and r.redeemed_on < $2
          and ($3::text is null or o.code = $3) and ($4::text is null or r.level = $4)
        """;

    private const string CountSql =
        "select date_trunc('month', r.redeemed_on::timestamp)::date, o.code, r.level, count(*)::int, sum(r.waived)"
        + FromSql + " group by 1, 2, 3 order by 1, 2, 3";

    private const string ListSql =
        "select r.id, r.scanned_at, o.name_zh, o.name_en, r.benefit, r.level, r.waived" + FromSql
            + " order by r.scanned_at desc, r.id limit $5";

    /// <summary>Which uses are asked for: those of a month, or of the last twelve, the present one among them.</summary>
    /// <param name="month">Any day of the month; null, or a month to come, for the last twelve.</param>
    /// <param name="venue">Code of the venue; null or empty for all.</param>
    /// <param name="level">Code of the level; null or empty for all.</param>
    public CardUseFilter FilterOf(DateOnly? month, string? venue, string? level)
    {
        var last = FirstOf(zone.Today);
        var one = month is { } day && FirstOf(day) <= last ? FirstOf(day) : (DateOnly?)null;
        return new CardUseFilter(one ?? last.AddMonths(1 - Months), one ?? last, Code(venue), Code(level));
    }

    /// <summary>Counts.</summary>
    public async Task<IReadOnlyList<CardUseCell>> CountAsync(CardUseFilter filter, CancellationToken ct)
    {
        await using var command = Command(CountSql, filter);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var cells = new List<CardUseCell>();
        while (await rows.ReadAsync(ct))
        {
            cells.Add(new CardUseCell(
                rows.GetFieldValue<DateOnly>(0), rows.GetString(1), rows.GetString(2), rows.GetInt32(3), rows.GetDecimal(4)));
        }

        return cells;
    }

    /// <summary>Lists, the newest first.</summary>
    public async Task<IReadOnlyList<CardUseRow>> ListAsync(CardUseFilter filter, int most, CancellationToken ct)
    {
        await using var command = Command(ListSql, filter);
        command.Parameters.AddWithValue(most);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var uses = new List<CardUseRow>();
        while (await rows.ReadAsync(ct))
        {
            uses.Add(new CardUseRow(rows.GetGuid(0), rows.GetFieldValue<DateTimeOffset>(1),
                new LocalizedText(rows.GetString(2), rows.GetString(3)), rows.GetString(4), rows.GetString(5), rows.GetDecimal(6)));
        }

        return uses;
    }

    private NpgsqlCommand Command(string sql, CardUseFilter filter)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(Day(filter.From));
        command.Parameters.Add(Day(filter.To.AddMonths(1)));
        command.Parameters.Add(CaseBatch.Text(filter.Venue));
        command.Parameters.Add(CaseBatch.Text(filter.Level));
        return command;
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static string? Code(string? code) => string.IsNullOrEmpty(code) ? null : code;

    private static NpgsqlParameter Day(DateOnly day) => new() { Value = day, NpgsqlDbType = NpgsqlDbType.Date };
}
