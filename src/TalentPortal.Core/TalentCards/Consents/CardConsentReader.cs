using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Consents;

/// <summary>Reads which venues may check a card. Whose card it is was asked before.</summary>
public sealed class CardConsentReader(NpgsqlDataSource database, ConsentVenues venues, BenefitCatalogues catalogues)
{
    // New to the holder is what was listed after the form was handed in, or after the holder last said that the new ones are known.
    private const string AskedSql =
        """
        select greatest(a.submitted_at, l.seen_at) from applications a left join card_venue_looks l on l.case_id = $1 where a.case_id = $2
        """;

    private const string HistorySql =
        $"""
        select c.purpose, c.recipient_id, o.name_zh, o.name_en, c.given_at, c.withdrawn_at, c.carried_from is not null
        from consents c left join organisations o on o.id = c.recipient_id
        where c.case_id = $1 and c.purpose like '{CardConsents.Prefix}%'
        order by c.given_at desc, c.withdrawn_at desc nulls first, o.code, c.id
        """;

    private const string NewSql =
        """
        select v.kind, t.catalogue_version_id
        from talent_cards t
        join applications a on a.case_id = t.application_case_id
        left join card_venue_looks l on l.case_id = t.case_id
        join venues v on v.listed_at > greatest(a.submitted_at, l.seen_at)
        join organisations o on o.id = v.organisation_id and o.active_from <= $2 and (o.active_to is null or o.active_to >= $2)
        where t.person_id = $1 and t.status <> 'Cancelled'
          and not exists (select from consents c where c.case_id = t.case_id and c.recipient_id = v.organisation_id)
        """;

    /// <summary>How many venues are new to whoever holds a card; none without card.</summary>
    public async Task<int> CountNewAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.PersonId is not { } person) return 0;
        var found = new List<(string Kind, Guid Version)>();
        await using (var command = database.CreateCommand(NewSql))
        {
            command.Parameters.Add(CaseBatch.Uuid(person));
            command.Parameters.AddWithValue(NpgsqlDbType.Date, venues.Today);
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct)) found.Add((row.GetString(0), row.GetGuid(1)));
        }

        var count = 0;
        foreach (var (kind, version) in found)
            if ((await catalogues.VersionAsync(version, ct)).Catalogue.FindVenueKind(kind) is not null) count++;
        return count;
    }

    /// <summary>Reads them.</summary>
    /// <param name="card">The card.</param>
    /// <param name="catalogue">The version that it was issued under.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<CardConsentList> ReadAsync(TalentCard card, BenefitCatalogue catalogue, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(catalogue);
        await using var connection = await database.OpenConnectionAsync(ct);
        var all = await venues.ReadAsync(connection, ct);
        var asked = await AskedAsync(connection, card, ct);
        var entries = await EntriesAsync(connection, card.CaseId, ct);
        var answered = entries.Select(one => one.Venue).ToHashSet();
        var given = entries.Where(one => one.Entry.WithdrawnAt is null && one.Venue is not null)
            .ToDictionary(one => (one.Venue!.Value, one.Entry.Kind), one => one.Entry.GivenAt);
        var listed = from venue in all
                     let since = given.TryGetValue((venue.Id, venue.Kind), out var at) ? at : (DateTimeOffset?)null
                     where since is not null || (venue.IsOpen && catalogue.FindVenueKind(venue.Kind) is not null)
                     select new VenueConsent(venue, since, since is null && !answered.Contains(venue.Id) && !venue.WasListedAt(asked));
        return new CardConsentList([.. listed.OrderByDescending(one => one.IsNew)], [.. entries.Select(one => one.Entry)]);
    }

    private static async Task<DateTimeOffset?> AskedAsync(NpgsqlConnection connection, TalentCard card, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(AskedSql, connection)
        {
            Parameters = { CaseBatch.Uuid(card.CaseId), CaseBatch.Uuid(card.ApplicationCaseId) },
        };
        return await command.ExecuteScalarAsync(ct) is DateTime at ? new DateTimeOffset(at) : null;
    }

    private static async Task<List<(Guid? Venue, ConsentEntry Entry)>> EntriesAsync(
        NpgsqlConnection connection, Guid cardId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(HistorySql, connection) { Parameters = { CaseBatch.Uuid(cardId) } };
        await using var row = await command.ExecuteReaderAsync(ct);
        var entries = new List<(Guid?, ConsentEntry)>();
        while (await row.ReadAsync(ct))
        {
            var name = row.IsDBNull(2) ? null : new LocalizedText(row.GetString(2), row.GetString(3));
            entries.Add((row.GetFieldValue<Guid?>(1), new ConsentEntry(row.GetString(0)[CardConsents.Prefix.Length..], name,
                row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<DateTimeOffset?>(5), row.GetBoolean(6))));
        }

        return entries;
    }
}
