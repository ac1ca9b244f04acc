using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.TalentCards.Dues;

/// <summary>
/// Who qualifies for what by the card, each by the version of the catalogue that it keeps, and what became of it. Numbers and the lists
/// behind them are made of the same rows.
/// </summary>
public sealed class BenefitStandings(NpgsqlDataSource database, BenefitRoutes routes, PortalTimeZone zone)
{
    // $1 today, $2–$4 the routes, $5 one person, $6 one benefit.
    private const string Sql =
        """
        with routes as (select * from unnest($2::text[], $3::text[], $4::boolean[]) r (benefit, item, named)),
        qualified as (
          select g.benefit, t.person_id, t.case_id, t.number, t.level from talent_cards t join benefit_grants g on g.version_id = t.catalogue_version_id and g.level = t.level
          where t.status = 'Active' and t.stopped_at is null and t.expires_on >= $1 and ($5::uuid is null or t.person_id = $5) and ($6::text is null or g.benefit = $6)),
        asked as (
          select distinct on (r.benefit, a.subject_person_id) r.benefit, a.subject_person_id as person_id, a.case_id, a.status
          from routes r join applications a on a.service_item_code = r.item and (not r.named or a.answers->>'benefit' = r.benefit)
          where a.submitted_at is not null and a.subject_person_id is not null and a.status not in ('Withdrawn', 'Lapsed', 'Terminated')
            and ($5::uuid is null or a.subject_person_id = $5) and ($6::text is null or r.benefit = $6)
          order by r.benefit, a.subject_person_id, a.submitted_at desc, a.case_id desc),
        used as (
          select d.benefit, t.person_id, count(*)::int as uses from redemptions d join talent_cards t on t.case_id = d.case_id
          where not d.reversed and ($5::uuid is null or t.person_id = $5) and ($6::text is null or d.benefit = $6) group by 1, 2)
        select benefit, person_id, p.full_name, p.citizen_id_masked, q.case_id, q.number, q.level, a.case_id, c.number, a.status, coalesce(u.uses, 0)
        from qualified q full join asked a using (benefit, person_id) full join used u using (benefit, person_id)
        join persons p on p.id = person_id left join cases c on c.id = a.case_id
        order by benefit, p.full_name, person_id
        """;

    /// <summary>All standings to one benefit, or to all; none for who may not see the register of cards.</summary>
    public async Task<IReadOnlyList<BenefitPerson>> ListAsync(Actor actor, string? benefit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Can(Permission.ManageCards) ? await ReadAsync(person: null, benefit, ct) : [];
    }

    /// <summary>How one person stands to each benefit.</summary>
    public Task<IReadOnlyList<BenefitPerson>> OfAsync(Guid person, CancellationToken ct) => ReadAsync(person, benefit: null, ct);

    private async Task<IReadOnlyList<BenefitPerson>> ReadAsync(Guid? person, string? benefit, CancellationToken ct)
    {
        var known = routes.Current;
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter { Value = zone.Today, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.AddWithValue(known.Select(route => route.Benefit).ToArray());
        command.Parameters.AddWithValue(known.Select(route => route.ItemCode).ToArray());
        command.Parameters.AddWithValue(known.Select(route => route.IsNamed).ToArray());
        command.Parameters.Add(CaseBatch.Uuid(person));
        command.Parameters.Add(CaseBatch.Text(benefit));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var standings = new List<BenefitPerson>();
        while (await rows.ReadAsync(ct)) standings.Add(Read(rows));
        return standings;
    }

    private static BenefitPerson Read(NpgsqlDataReader row) => new()
    {
        Benefit = row.GetString(0),
        PersonId = row.GetGuid(1),
        Name = row.GetString(2),
        CitizenIdMasked = row.IsDBNull(3) ? null : row.GetString(3),
        CardId = row.GetFieldValue<Guid?>(4),
        CardNumber = row.IsDBNull(5) ? null : row.GetString(5),
        Level = row.IsDBNull(6) ? null : row.GetString(6),
        ApplicationCaseId = row.GetFieldValue<Guid?>(7),
        ApplicationNumber = row.IsDBNull(8) ? null : row.GetString(8),
        Status = row.IsDBNull(9) ? null : Enum.Parse<ApplicationStatus>(row.GetString(9)),
        Uses = row.GetInt32(10),
    };
}
