using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.TalentCards.Signals;

/// <summary>Counts the signs of abuse from the scans, each time anew; what was made of one is found by its key.</summary>
public sealed class CardSignals(NpgsqlDataSource database, SignalTerms terms)
{
    // $1 since, $2 km/h, $3 km that are one place, $4 burst, $5 its span, $6 refusals, $7 zone.
    private const string FoundSql =
        """
        with scans as materialized (
          select s.*, s.outcome in ('Looked', 'Redeemed') as good, lag(s.id) over before as last_id, lag(s.scanned_at) over before as last_at, lag(s.venue_id) over before as last_venue
          from card_scans s where s.scanned_at >= $1
          window before as (partition by s.case_id, s.outcome in ('Looked', 'Redeemed') order by s.scanned_at, s.id)),
        pairs as (
          select s.*, 2 * 6371 * asin(least(1, sqrt(power(sin(radians(v.latitude - l.latitude) / 2), 2)
            + cos(radians(l.latitude)) * cos(radians(v.latitude)) * power(sin(radians(v.longitude - l.longitude) / 2), 2)))) as km
          from scans s join venues v on v.organisation_id = s.venue_id join venues l on l.organisation_id = s.last_venue
          where s.good and s.case_id is not null and s.last_venue <> s.venue_id and v.latitude is not null and l.latitude is not null),
        uses as (
          select s.venue_id, s.staff_id, s.scanned_at, date_trunc('hour', s.scanned_at at time zone $7) as hour,
            count(*) over (partition by s.venue_id order by s.scanned_at range between $5 preceding and current row) as at_venue,
            count(*) over (partition by s.staff_id order by s.scanned_at range between $5 preceding and current row) as by_staff
          from scans s where s.outcome = 'Redeemed'),
        refused as (select s.*, (s.scanned_at at time zone $7)::date as day from scans s where not s.good),
        found (key, kind, first, last, amount, card_id, venue_id, other_id, staff_id) as (
          select 'FarApart:' || last_id || ':' || id, 'FarApart', last_at, scanned_at, round(km)::int, case_id, last_venue, venue_id, null::uuid
          from pairs where km > $3 and km > $2 * extract(epoch from scanned_at - last_at) / 3600
          union all select 'VenueBurst:' || venue_id || ':' || to_char(hour, 'YYYYMMDDHH24'), 'VenueBurst', min(scanned_at), max(scanned_at), max(at_venue)::int, null, venue_id, null, null
          from uses group by venue_id, hour having max(at_venue) >= $4
          union all select 'StaffBurst:' || staff_id || ':' || to_char(hour, 'YYYYMMDDHH24'), 'StaffBurst', min(scanned_at), max(scanned_at), max(by_staff)::int, null, null, null, staff_id
          from uses group by staff_id, hour having max(by_staff) >= $4
          union all select 'StaffRefused:' || staff_id || ':' || to_char(day, 'YYYYMMDD'), 'StaffRefused', min(scanned_at), max(scanned_at), count(*)::int, null, null, null, staff_id
          from refused group by staff_id, day having count(*) >= $6
          union all select 'CardRefused:' || case_id || ':' || to_char(day, 'YYYYMMDD'), 'CardRefused', min(scanned_at), max(scanned_at), count(*)::int, case_id, null, null, null
          from refused where case_id is not null group by case_id, day having count(*) >= $6)
        """;

    private const string ListSql = FoundSql +
        """

        select f.key, f.kind, f.first, f.last, f.amount, f.card_id, c.number, v.name_zh, v.name_en, o.name_zh, o.name_en, u.display_name, coalesce(m.state, 'New')
        from found f left join talent_cards c on c.case_id = f.card_id left join organisations v on v.id = f.venue_id left join organisations o on o.id = f.other_id
        left join portal_users u on u.id = f.staff_id
        left join lateral (select k.state from card_signal_marks k where k.signal = f.key order by k.marked_at desc, k.id desc limit 1) m on true
        where ($8::text is null or f.kind = $8) and ($9::text is null or coalesce(m.state, 'New') = $9) and ($10::text is null or f.key = $10)
        order by f.last desc, f.key limit $11
        """;

    private const string ScansSql =
        """
        select s.scanned_at, o.name_zh, o.name_en, u.display_name, s.outcome, s.case_id, c.number
        from card_scans s join organisations o on o.id = s.venue_id join portal_users u on u.id = s.staff_id left join talent_cards c on c.case_id = s.case_id
        where case $1 when 'FarApart' then s.id = any($2) when 'CardRefused' then s.case_id = any($2) and s.outcome not in ('Looked', 'Redeemed')
            when 'StaffRefused' then s.staff_id = any($2) and s.outcome not in ('Looked', 'Redeemed')
            when 'StaffBurst' then s.staff_id = any($2) and s.outcome = 'Redeemed' else s.venue_id = any($2) and s.outcome = 'Redeemed' end
          and s.scanned_at between $3 and $4
        order by s.scanned_at, s.id limit 200
        """;

    private const string MarksSql =
        """
        select m.state, m.remark, u.display_name, m.marked_at from card_signal_marks m join portal_users u on u.id = m.marked_by
        where m.signal = $1 order by m.marked_at desc, m.id desc
        """;

    /// <summary>The signals that are there, the newest first; none for who may not see cards.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="kind">Which kind; null for all.</param>
    /// <param name="state">What was made of them; null for all.</param>
    /// <param name="most">Most of them.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<CardSignal>> ListAsync(Actor actor, SignalKind? kind, SignalState? state, int most, CancellationToken ct) =>
        ReadAsync(actor, kind?.ToString(), state?.ToString(), key: null, most, ct);

    /// <summary>A signal; null where it is not there, or no longer.</summary>
    public async Task<CardSignal?> FindAsync(Actor actor, string? key, CancellationToken ct) =>
        key is null ? null : (await ReadAsync(actor, kind: null, state: null, key, 1, ct)).SingleOrDefault();

    /// <summary>The scans behind a signal, the oldest first.</summary>
    public async Task<IReadOnlyList<SignalScan>> ScansAsync(CardSignal signal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(signal);
        Guid[] about = [.. signal.Key.Split(':').Skip(1).Where(part => Guid.TryParse(part, out _)).Select(Guid.Parse)];
        await using var command = database.CreateCommand(ScansSql);
        command.Parameters.Add(CaseBatch.Text(signal.Kind.ToString()));
        command.Parameters.AddWithValue(about);
        command.Parameters.Add(CaseBatch.At(signal.From.ToUniversalTime()));
        command.Parameters.Add(CaseBatch.At(signal.To.ToUniversalTime()));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var scans = new List<SignalScan>();
        while (await rows.ReadAsync(ct))
        {
            scans.Add(new SignalScan(rows.GetFieldValue<DateTimeOffset>(0), new LocalizedText(rows.GetString(1), rows.GetString(2)),
                rows.GetString(3), rows.GetString(4),
                rows.GetFieldValue<Guid?>(5), rows.IsDBNull(6) ? null : rows.GetString(6)));
        }

        return scans;
    }

    /// <summary>What was made of a signal, the newest first.</summary>
    public async Task<IReadOnlyList<SignalMark>> MarksAsync(CardSignal signal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(signal);
        await using var command = database.CreateCommand(MarksSql);
        command.Parameters.Add(CaseBatch.Text(signal.Key));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var marks = new List<SignalMark>();
        while (await rows.ReadAsync(ct))
            marks.Add(new SignalMark(Enum.Parse<SignalState>(rows.GetString(0)), rows.GetString(1), rows.GetString(2),
                rows.GetFieldValue<DateTimeOffset>(3)));
        return marks;
    }

    private async Task<IReadOnlyList<CardSignal>> ReadAsync(
        Actor actor, string? kind, string? state, string? key, int most, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(Permission.ManageCards)) return [];
        await using var command = database.CreateCommand(ListSql);
        command.Parameters.Add(CaseBatch.At(terms.Since.ToUniversalTime()));
        foreach (var number in (int[])[terms.Speed, terms.NearKilometres, terms.Burst]) command.Parameters.AddWithValue(number);
        command.Parameters.AddWithValue(TimeSpan.FromMinutes(terms.BurstMinutes));
        command.Parameters.AddWithValue(terms.Refusals);
        foreach (var text in (string?[])[terms.ZoneId, kind, state, key]) command.Parameters.Add(CaseBatch.Text(text));
        command.Parameters.AddWithValue(most);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var signals = new List<CardSignal>();
        while (await rows.ReadAsync(ct)) signals.Add(Read(rows));
        return signals;
    }

    private static CardSignal Read(NpgsqlDataReader row) => new()
    {
        Key = row.GetString(0),
        Kind = Enum.Parse<SignalKind>(row.GetString(1)),
        From = row.GetFieldValue<DateTimeOffset>(2),
        To = row.GetFieldValue<DateTimeOffset>(3),
        Amount = row.GetInt32(4),
        CardId = row.GetFieldValue<Guid?>(5),
        CardNumber = row.IsDBNull(6) ? null : row.GetString(6),
        Venue = row.IsDBNull(7) ? null : new LocalizedText(row.GetString(7), row.GetString(8)),
        OtherVenue = row.IsDBNull(9) ? null : new LocalizedText(row.GetString(9), row.GetString(10)),
        Staff = row.IsDBNull(11) ? null : row.GetString(11),
        State = Enum.Parse<SignalState>(row.GetString(12)),
    };
}
