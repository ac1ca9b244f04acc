using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Standards;
using TalentPortal.Core.TalentCards.Issuing;

namespace TalentPortal.Core.Indicators.Cards;

/// <summary>Counts the cards in use and those of them that end soon, and lists those behind each number by the same condition.</summary>
public sealed class CardEndFigures(NpgsqlDataSource database, CardTerms terms, PortalTimeZone zone)
{
    // $1 the local day; what stands for {0} is the span in days, null for all.
    private const string Condition = "t.status = 'Active' and t.expires_on >= $1 and ({0} is null or t.expires_on <= $1 + {0})";

    private static readonly string CountSql =
        $"""
        select count(t.case_id)::int from unnest($2::int[]) with ordinality s (days, place) left join talent_cards t on {In("s.days")}
        group by s.place order by s.place
        """;

    private static readonly string ListSql =
        $"""
        select t.case_id, t.number, p.full_name, t.level, t.catalogue_version_id, t.issued_on, t.expires_on
        from talent_cards t join persons p on p.id = t.person_id where {In("$2::int")} order by t.expires_on, t.case_id limit $3
        """;

    /// <summary>The spans by which ending cards are counted today.</summary>
    public IReadOnlyList<EndSpan> Spans => terms.EndSpans(zone.Today);

    /// <summary>Counts the cards in use, and those that end within each of <see cref="Spans"/>.</summary>
    public async Task<CardEndCounts> CountAsync(CancellationToken ct)
    {
        var spans = Spans;
        var counts = await CountAsync([null, .. spans.Select(span => (int?)span.Days)], ct);
        return new CardEndCounts(counts[0], [.. spans.Zip(counts.Skip(1), (span, cards) => new CardEndCount(span, cards))]);
    }

    /// <summary>Counts the cards that end within so many days; null counts all that are in use.</summary>
    public async Task<int> CountAsync(int? withinDays, CancellationToken ct) => (await CountAsync([withinDays], ct))[0];

    /// <summary>Lists, those that end first before the others. Names and numbers are masked.</summary>
    /// <param name="withinDays">Within how many days they end; null for all that are in use.</param>
    /// <param name="most">Most of them.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<CardEndRow>> ListAsync(int? withinDays, int most, CancellationToken ct)
    {
        await using var command = Command(ListSql, Typed((object?)withinDays ?? DBNull.Value, NpgsqlDbType.Integer));
        command.Parameters.AddWithValue(most);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var cards = new List<CardEndRow>();
        while (await rows.ReadAsync(ct))
        {
            var expiresOn = rows.GetFieldValue<DateOnly>(6);
            cards.Add(new CardEndRow(rows.GetGuid(0), Mask.BankAccount(rows.GetString(1)), Mask.Name(rows.GetString(2)), rows.GetString(3),
                rows.GetGuid(4), rows.GetFieldValue<DateOnly>(5), expiresOn, expiresOn.DayNumber - zone.Today.DayNumber));
        }

        return cards;
    }

    private async Task<List<int>> CountAsync(int?[] spans, CancellationToken ct)
    {
        await using var command = Command(CountSql, Typed(spans, NpgsqlDbType.Array | NpgsqlDbType.Integer));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var counts = new List<int>();
        while (await rows.ReadAsync(ct)) counts.Add(rows.GetInt32(0));
        return counts;
    }

    private static string In(string days) => Condition.Replace("{0}", days, StringComparison.Ordinal);

    private static NpgsqlParameter Typed(object value, NpgsqlDbType type) => new() { Value = value, NpgsqlDbType = type };

    private NpgsqlCommand Command(string sql, NpgsqlParameter spans)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(Typed(zone.Today, NpgsqlDbType.Date));
        command.Parameters.Add(spans);
        return command;
    }
}
