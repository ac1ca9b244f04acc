using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.TalentCards.Consents;

/// <summary>Reads the venues that holders are asked about, as the database has them at that moment: a new one counts at once.</summary>
public sealed class ConsentVenues(NpgsqlDataSource database, PortalTimeZone zone)
{
    private const string Sql =
        """
        select v.organisation_id, v.kind, o.name_zh, o.name_en, p.name_zh, p.name_en, v.listed_at,
          o.active_from <= $1 and (o.active_to is null or o.active_to >= $1)
        from venues v join organisations o on o.id = v.organisation_id left join organisations p on p.id = o.parent_id
        order by o.code
        """;

    /// <summary>The day on which a venue has to take cards to be asked about.</summary>
    internal DateOnly Today => zone.Today;

    /// <summary>Those that take cards today, by code.</summary>
    public async Task<IReadOnlyList<ConsentVenue>> OpenAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return [.. (await ReadAsync(connection, ct)).Where(venue => venue.IsOpen)];
    }

    /// <summary>All that there are or were, inside a transaction.</summary>
    internal async Task<IReadOnlyList<ConsentVenue>> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new() { Value = zone.Today, NpgsqlDbType = NpgsqlDbType.Date } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var venues = new List<ConsentVenue>();
        while (await row.ReadAsync(ct))
        {
            venues.Add(new ConsentVenue(row.GetGuid(0), row.GetString(1), new LocalizedText(row.GetString(2), row.GetString(3)),
                row.IsDBNull(4) ? null : new LocalizedText(row.GetString(4), row.GetString(5)),
                row.GetFieldValue<DateTimeOffset?>(6), row.GetBoolean(7)));
        }

        return venues;
    }
}
