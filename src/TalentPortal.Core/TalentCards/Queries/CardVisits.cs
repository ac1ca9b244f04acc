using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.TalentCards.Queries;

/// <summary>Reads who had a card before them: every look, every use, and what was refused. Whose card it is was asked before.</summary>
public sealed class CardVisits(NpgsqlDataSource database)
{
    private const string Sql =
        """
        select s.id, s.scanned_at, o.name_zh, o.name_en, s.outcome, r.benefit, coalesce(r.waived, 0), coalesce(r.is_offline, false), v.status, v.decided_at,
          u.display_name, s.venue_id
        from card_scans s
        join organisations o on o.id = s.venue_id
        join portal_users u on u.id = s.staff_id
        left join redemptions r on r.id = s.redemption_id
        left join reversals v on v.redemption_id = r.id and v.status <> 'Declined'
        where s.case_id = $1
        order by s.scanned_at desc, s.recorded_at desc, s.id desc offset $2 limit $3
        """;

    /// <summary>The newest first.</summary>
    /// <param name="cardId">The card.</param>
    /// <param name="skip">How many newer ones are left out.</param>
    /// <param name="most">How many are read.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<CardVisit>> ReadAsync(Guid cardId, int skip, int most, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(CaseBatch.Uuid(cardId));
        command.Parameters.AddWithValue(skip);
        command.Parameters.AddWithValue(most);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var visits = new List<CardVisit>();
        while (await rows.ReadAsync(ct)) visits.Add(Read(rows));
        return visits;
    }

    private static CardVisit Read(NpgsqlDataReader row)
    {
        var (outcome, reversal) = (row.GetString(4), row.IsDBNull(8) ? null : row.GetString(8));
        var kind = outcome switch
        {
            "Looked" => CardVisitKind.Looked,
            "Redeemed" => reversal is "Agreed" ? CardVisitKind.TakenBack : CardVisitKind.Used,
            _ => CardVisitKind.Refused,
        };
        return new CardVisit
        {
            Id = row.GetGuid(0),
            At = row.GetFieldValue<DateTimeOffset>(1),
            VenueId = row.GetGuid(11),
            Venue = new LocalizedText(row.GetString(2), row.GetString(3)),
            Staff = row.GetString(10),
            Kind = kind,
            Refusal = kind is CardVisitKind.Refused ? outcome : null,
            Benefit = row.IsDBNull(5) ? null : row.GetString(5),
            Waived = row.GetDecimal(6),
            IsOffline = row.GetBoolean(7),
            TakenBackAt = kind is CardVisitKind.TakenBack ? row.GetFieldValue<DateTimeOffset?>(9) : null,
            IsTakingBack = reversal is "Asked",
        };
    }
}
