using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.TalentCards.Venues;

/// <summary>A line of a venue's month: uses of a benefit by cards of a level.</summary>
/// <param name="Benefit">Code of the benefit.</param>
/// <param name="Level">Code of the level.</param>
/// <param name="Uses">Uses that count.</param>
/// <param name="Reversed">Uses that were taken back.</param>
/// <param name="Waived">What holders did not pay, in yuan, of the uses that count.</param>
public sealed record StatementLine(string Benefit, string Level, int Uses, int Reversed, decimal Waived);

/// <summary>What a venue gave in a month, counted from the uses themselves.</summary>
public sealed class VenueStatements(NpgsqlDataSource database)
{
    private const string Sql =
        """
        select benefit, level, count(*) filter (where not reversed)::int, count(*) filter (where reversed)::int,
          coalesce(sum(waived) filter (where not reversed), 0)
        from redemptions where venue_id = $1 and redeemed_on >= $2 and redeemed_on < $3
        group by benefit, level order by benefit, level
        """;

    /// <summary>The lines of a month.</summary>
    /// <param name="venueId">The venue.</param>
    /// <param name="month">Any day of the month.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<StatementLine>> ReadAsync(Guid venueId, DateOnly month, CancellationToken ct)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(CaseBatch.Uuid(venueId));
        command.Parameters.Add(new NpgsqlParameter { Value = first, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new NpgsqlParameter { Value = first.AddMonths(1), NpgsqlDbType = NpgsqlDbType.Date });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var lines = new List<StatementLine>();
        while (await rows.ReadAsync(ct))
            lines.Add(new StatementLine(rows.GetString(0), rows.GetString(1), rows.GetInt32(2), rows.GetInt32(3), rows.GetDecimal(4)));
        return lines;
    }
}
