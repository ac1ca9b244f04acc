using System.Collections.Frozen;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.TalentCards.Venues;

/// <summary>
/// The venues, and who works at which. They are few and seldom change: held in memory, read anew when one is asked for that is not known.
/// </summary>
public sealed class VenueDirectory(NpgsqlDataSource database, PortalTimeZone zone)
{
    private const string LoadSql =
        """
        select o.id, o.code, o.name_zh, o.name_en, o.parent_id, v.kind, o.active_from, o.active_to,
          (select array_agg(t.benefit order by t.benefit) from venue_tariffs t where t.venue_id = v.organisation_id),
          (select array_agg(t.price order by t.benefit) from venue_tariffs t where t.venue_id = v.organisation_id)
        from venues v join organisations o on o.id = v.organisation_id order by o.code
        """;

    private volatile List<(Venue Venue, DateOnly From, DateOnly? To)> all = [];

    /// <summary>All venues that are open to cards today, by code.</summary>
    public async ValueTask<IReadOnlyList<Venue>> AllAsync(CancellationToken ct)
    {
        if (all.Count == 0) await LoadAsync(ct);
        return Open();
    }

    /// <summary>A venue that is open to cards today; null where there is none of that key.</summary>
    public async ValueTask<Venue?> FindAsync(Guid id, CancellationToken ct)
    {
        if (all.All(one => one.Venue.Id != id)) await LoadAsync(ct);
        return Open().FirstOrDefault(venue => venue.Id == id);
    }

    /// <summary>The venues at which somebody may scan: those of the appointment, and all of a partner for whoever manages it.</summary>
    public async ValueTask<IReadOnlyList<Venue>> OfAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return [.. (await AllAsync(ct)).Where(venue => IsStaff(actor, venue))];
    }

    /// <summary>Whether somebody works at a venue.</summary>
    public static bool IsStaff(Actor actor, Venue venue)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(venue);
        return IsManager(actor, venue)
            || actor.Appointments.Any(held => held.Role is PortalRole.VenueStaff && held.OrganisationId == venue.Id);
    }

    /// <summary>Whether somebody manages a venue, or its partner.</summary>
    public static bool IsManager(Actor actor, Venue venue)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(venue);
        return actor.Appointments.Any(held => held.Role is PortalRole.VenueManager
            && (held.OrganisationId == venue.Id || held.OrganisationId == venue.PartnerId));
    }

    /// <summary>Reads all venues.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(LoadSql);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var read = new List<(Venue, DateOnly, DateOnly?)>();
        while (await rows.ReadAsync(ct))
        {
            string[] benefits = rows.IsDBNull(8) ? [] : rows.GetFieldValue<string[]>(8);
            decimal[] prices = rows.IsDBNull(9) ? [] : rows.GetFieldValue<decimal[]>(9);
            read.Add((new Venue(rows.GetGuid(0), rows.GetString(1), new LocalizedText(rows.GetString(2), rows.GetString(3)),
                rows.GetFieldValue<Guid?>(4), rows.GetString(5),
                benefits.Zip(prices).ToFrozenDictionary(one => one.First, one => one.Second, StringComparer.Ordinal)),
                rows.GetFieldValue<DateOnly>(6), rows.GetFieldValue<DateOnly?>(7)));
        }

        all = read;
    }

    private List<Venue> Open() =>
        [.. all.Where(one => one.From <= zone.Today && (one.To is not { } last || zone.Today <= last)).Select(one => one.Venue)];
}
