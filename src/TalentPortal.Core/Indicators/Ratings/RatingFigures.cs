using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Ratings;

namespace TalentPortal.Core.Indicators.Ratings;

/// <summary>
/// Counts ratings by unit and service item. Nobody must be inferred: only whole quarters that are over are told, they don't overlap, a pair
/// with few ratings is held back whole, and every sum is made of pairs that are told, so that no difference gives one away.
/// </summary>
public sealed class RatingFigures(
    NpgsqlDataSource database, ServiceItems items, OrganisationDirectory organisations, RatingTerms terms, PortalTimeZone zone)
{
    private const int Offered = 8;

    private const string Sql =
        """
        select r.organisation_id, r.service_item_code, count(*)::int,
          count(*) filter (where r.level = 1 and not r.excluded)::int, count(*) filter (where r.level = 2 and not r.excluded)::int,
          count(*) filter (where r.level = 3 and not r.excluded)::int, count(*) filter (where r.level = 4 and not r.excluded)::int,
          count(*) filter (where r.level = 5 and not r.excluded)::int,
          count(*) filter (where r.contact_due_on is not null and not r.excluded
            and (r.rectified_on is not null or r.rectify_due_on < $3))::int,
          count(*) filter (where not r.excluded and r.contacted_on <= r.contact_due_on and r.rectified_on <= r.rectify_due_on)::int
        from ratings r
        where r.asked_on between $1 and $2 and ($4::uuid[] is null or r.organisation_id = any($4))
        group by r.organisation_id, r.service_item_code
        """;

    /// <summary>The last quarters that are over, the newest first.</summary>
    public IReadOnlyList<Quarter> Quarters()
    {
        List<Quarter> quarters = [Quarter.Of(zone.Today).Before];
        while (quarters.Count < Offered) quarters.Add(quarters[^1].Before);
        return quarters;
    }

    /// <summary>Counts the ratings of cases that were closed in a quarter.</summary>
    /// <param name="quarter">One of <see cref="Quarters"/>; another one is answered with the newest.</param>
    /// <param name="units">Of which units; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<QuarterFigures> CountAsync(Quarter? quarter, IReadOnlyCollection<Guid>? units, CancellationToken ct)
    {
        var quarters = Quarters();
        var counted = quarter is { } asked && quarters.Contains(asked) ? asked : quarters[0];
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue(counted.From);
        command.Parameters.AddWithValue(counted.To);
        command.Parameters.AddWithValue(zone.Today);
        command.Parameters.Add(new NpgsqlParameter
        {
            Value = (object?)units?.ToArray() ?? DBNull.Value,
            NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Uuid,
        });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<RatingFigure>();
        while (await reader.ReadAsync(ct)) found.Add(await RowAsync(reader, ct));
        var smallest = terms.SmallestGroup(zone.Today);
        var told = found.Where(figure => figure.Given >= smallest).OrderBy(figure => figure.Unit.Zh, StringComparer.Ordinal)
            .ThenBy(figure => figure.Item.Zh, StringComparer.Ordinal).ToList();
        return new QuarterFigures(counted, told, found.Count - told.Count);
    }

    private async Task<RatingFigure> RowAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        var unit = (await organisations.FindAsync(reader.GetGuid(0), ct))!;
        var code = reader.GetString(1);
        return new RatingFigure
        {
            UnitId = unit.Id,
            Unit = new LocalizedText(unit.NameZh, unit.NameEn),
            Item = items.Find(code)?.Item.Name ?? new LocalizedText(code, code),
            Asked = reader.GetInt32(2),
            Levels = Enumerable.Range(1, RatingScale.Size).ToDictionary(value => value, value => reader.GetInt32(2 + value)),
            Handled = reader.GetInt32(8),
            HandledInTime = reader.GetInt32(9),
        };
    }
}
