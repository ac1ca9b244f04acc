using System.Collections.Concurrent;
using Npgsql;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Accounts;

/// <summary>
/// Knows who acts without a query for each request. What it hands out is at most <see cref="MaxAge"/> old, so that a changed
/// role, password or session end reaches every portal within that time; in this portal <see cref="Forget"/> makes it immediate.
/// </summary>
/// <param name="source">The database.</param>
/// <param name="time">The portal's clock.</param>
/// <param name="zone">The portal's time zone, which decides what day it is.</param>
public sealed class ActorCache(NpgsqlDataSource source, TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>The longest time, 60 seconds, for which a changed right may still be believed.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(60);

    private const int Capacity = 20_000;

    private const string Sql = """
        with held as (
          select a.*, null::uuid as held_for, null::text[] as only_items from appointments a where a.user_id = $1
          union all
          select a.*, b.user_id, b.service_item_codes from absences b join appointments a on a.user_id = b.user_id
          where b.stand_in_id = $1 and b.ended_at is null and b.from_on <= $2 and b.to_on >= $2 and a.role not in ('Expert', 'Administrator')
        )
        select u.display_name, u.person_id, u.culture, u.large_text, u.security_stamp,
               a.id, a.role, a.organisation_id,
               case when a.only_items is null then a.service_item_codes when a.service_item_codes is null then a.only_items
                 else array(select unnest(a.only_items) intersect select unnest(a.service_item_codes)) end,
               o.code, o.kind, o.name_zh, o.name_en, a.supervises, a.held_for,
               (select max(b.to_on) from absences b where b.user_id = u.id and b.ended_at is null and b.from_on <= $2 and b.to_on >= $2)
        from portal_users u
        left join held a on a.from_on <= $2 and (a.to_on is null or a.to_on >= $2)
        left join organisations o on o.id = a.organisation_id
        where u.id = $1
        order by a.held_for nulls first, a.created_at, a.id
        """;

    private readonly ConcurrentDictionary<Guid, Entry> entries = new();

    /// <summary>The actor of an account, or null when there is no such account.</summary>
    public async ValueTask<Actor?> FindAsync(Guid userId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (entries.TryGetValue(userId, out var entry) && (now - entry.LoadedAt).Duration() < MaxAge) return entry.Actor;
        var actor = await LoadAsync(userId, now, ct);
        if (entries.Count >= Capacity) entries.Clear();
        entries[userId] = new Entry(actor, now);
        return actor;
    }

    /// <summary>Lets the next look at this account go to the database: call it after a change of the account or its appointments.</summary>
    public void Forget(Guid userId) => entries.TryRemove(userId, out _);

    private async Task<Actor?> LoadAsync(Guid userId, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.AddWithValue(userId);
        command.Parameters.AddWithValue(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var appointments = new List<ActorAppointment>();
        var actor = new Actor
        {
            UserId = userId,
            DisplayName = reader.GetString(0),
            PersonId = await reader.IsDBNullAsync(1, ct) ? null : reader.GetGuid(1),
            Culture = reader.GetString(2),
            LargeText = reader.GetBoolean(3),
            SecurityStamp = reader.GetString(4),
            AbsentUntil = await reader.IsDBNullAsync(15, ct) ? null : reader.GetFieldValue<DateOnly>(15),
            Appointments = appointments,
        };
        do
        {
            if (!await reader.IsDBNullAsync(5, ct)) appointments.Add(ReadAppointment(reader));
        }
        while (await reader.ReadAsync(ct));
        return actor;
    }

    private static ActorAppointment ReadAppointment(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(5),
        Role = Enum.Parse<PortalRole>(reader.GetString(6)),
        OrganisationId = reader.GetGuid(7),
        ServiceItemCodes = reader.IsDBNull(8) ? null : reader.GetFieldValue<string[]>(8),
        OrganisationCode = reader.GetString(9),
        OrganisationKind = Enum.Parse<OrganisationKind>(reader.GetString(10)),
        OrganisationNameZh = reader.GetString(11),
        OrganisationNameEn = reader.GetString(12),
        Supervises = reader.GetBoolean(13),
        HeldFor = reader.IsDBNull(14) ? null : reader.GetGuid(14),
    };

    private sealed record Entry(Actor? Actor, DateTimeOffset LoadedAt);
}
