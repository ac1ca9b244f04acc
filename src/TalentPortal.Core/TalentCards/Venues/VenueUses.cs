using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Cases;
using TalentPortal.Core.TalentCards.Redemptions;

namespace TalentPortal.Core.TalentCards.Venues;

/// <summary>The latest uses at a venue; those that somebody asked to take back come first, however old.</summary>
public sealed class VenueUses(NpgsqlDataSource database, RedemptionTerms terms)
{
    /// <summary>Most uses that are shown.</summary>
    public const int Most = 50;

    private const string Sql =
        """
        select r.id, r.scanned_at, r.benefit, r.level, r.waived, r.is_offline, u.display_name,
          case when r.reversed then 'Reversed' when a.id is not null then 'ReversalAsked' else 'Counts' end, a.reason, a.asked_by, h.display_name
        from redemptions r join portal_users u on u.id = r.staff_id
        left join portal_users h on h.id = r.handed_in_by
        left join reversals a on a.redemption_id = r.id and a.status <> 'Declined'
        where r.venue_id = $1 and (r.redeemed_on > $2 or r.id in (select redemption_id from reversals where status = 'Asked'))
        order by a.status = 'Asked' desc nulls last, r.scanned_at desc, r.id limit $3
        """;

    private const string HasSql = "select exists (select from redemptions where id = $1 and venue_id = $2)";

    /// <summary>Of how many days the uses are shown, today among them.</summary>
    public int Days => terms.ListedDays;

    /// <summary>Whether a use was made at a venue, by the id of its operation, which is the use's too.</summary>
    public async Task<bool> HasAsync(Guid venueId, Guid useId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(HasSql);
        command.Parameters.Add(CaseBatch.Uuid(useId));
        command.Parameters.Add(CaseBatch.Uuid(venueId));
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Reads them.</summary>
    /// <param name="venueId">The venue.</param>
    /// <param name="today">The local day.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<VenueUse>> ReadAsync(Guid venueId, DateOnly today, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(CaseBatch.Uuid(venueId));
        command.Parameters.Add(new NpgsqlParameter { Value = today.AddDays(-Days), NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Most });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var uses = new List<VenueUse>();
        while (await rows.ReadAsync(ct))
        {
            uses.Add(new VenueUse
            {
                Id = rows.GetGuid(0),
                ScannedAt = rows.GetFieldValue<DateTimeOffset>(1),
                Benefit = rows.GetString(2),
                Level = rows.GetString(3),
                Waived = rows.GetDecimal(4),
                IsOffline = rows.GetBoolean(5),
                Staff = rows.GetString(6),
                State = Enum.Parse<VenueUseState>(rows.GetString(7)),
                Reason = rows.IsDBNull(8) ? null : rows.GetString(8),
                HandedInBy = rows.IsDBNull(10) ? null : rows.GetString(10),
                AskedBy = rows.GetFieldValue<Guid?>(9),
            });
        }

        return uses;
    }
}
