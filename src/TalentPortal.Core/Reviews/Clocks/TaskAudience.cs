using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>Who can answer a task today, and who heads them; for absent ones, whoever stands in.</summary>
public sealed class TaskAudience(PortalTimeZone zone)
{
    // Experts are nobody's stand-in; see ActorCache.
    private const string PresentSql =
        """
        select distinct coalesce(s.stand_in_id, held.user_id) from ({0}) held
        left join absences s on s.user_id = held.user_id and s.ended_at is null and s.from_on <= $1 and s.to_on >= $1
          and (s.service_item_codes is null or $2 = any(s.service_item_codes)) and held.role <> 'Expert'
        """;

    private const string InForce =
        "a.from_on <= $1 and (a.to_on is null or a.to_on >= $1) and (a.service_item_codes is null or $2 = any(a.service_item_codes))";

    private static readonly string HolderSql = Present("select $3::uuid as user_id, $4::text as role");

    private static readonly string PoolSql = Present(
        $"select a.user_id, a.role from appointments a where a.organisation_id = $3 and a.role = $4 and {InForce}");

    // A unit that has no head of its own is headed by the talent office, as ReviewRights says.
    private static readonly string HeadsSql = Present(
        $"""
        select a.user_id, a.role from appointments a where a.supervises and {InForce} and (
          (a.organisation_id = $3 and a.role = $4)
          or (a.role = 'TalentOffice' and not exists (
            select 1 from appointments o where o.supervises and o.organisation_id = $3 and o.role = $4
              and o.from_on <= $1 and (o.to_on is null or o.to_on >= $1))))
        """);

    private static readonly string OfficeHeadsSql = Present(
        $"select a.user_id, a.role from appointments a where a.supervises and a.role = 'TalentOffice' and {InForce} and $3::uuid is not null and $4::text is not null");

    private static readonly string LeadersSql = Present(
        $"select a.user_id, a.role from appointments a where a.role = 'LeadingGroup' and {InForce} and $3::uuid is not null and $4::text is not null");

    private static readonly string RolesSql = Present($"select a.user_id, a.role from appointments a where a.role = any($3) and {InForce}");

    /// <summary>Whoever has one of those roles today for a service item, whatever their unit.</summary>
    public async Task<IReadOnlyList<Guid>> OfRolesAsync(
        NpgsqlConnection connection, IReadOnlyCollection<string> roles, string serviceItemCode, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(RolesSql, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<DateOnly> { TypedValue = zone.Today }, CaseBatch.Text(serviceItemCode),
                new NpgsqlParameter<string[]> { TypedValue = [.. roles] },
            },
        };
        return await ReadAsync(command, ct);
    }

    /// <summary>Whoever holds the task; a task in the pool is everybody's who may take it.</summary>
    public Task<IReadOnlyList<Guid>> OfAsync(CaseWork work, ReviewTask task, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(task);
        var holder = task.AssigneeId ?? task.ClaimedBy;
        return ReadAsync(Of(work), task, holder is null ? PoolSql : HolderSql, holder ?? task.OrganisationId, ct);
    }

    /// <summary>Who answers for the unit that has the task.</summary>
    public Task<IReadOnlyList<Guid>> HeadsAsync(CaseWork work, ReviewTask task, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(task);
        return ReadAsync(Of(work), task, HeadsSql, task.OrganisationId, ct);
    }

    /// <summary>
    /// Who decides on what somebody asks for a task: who heads the unit; where nobody but the asking one does, who heads the talent office;
    /// and where nobody else does that either, the leading group.
    /// </summary>
    public Task<IReadOnlyList<Guid>> DecidersAsync(CaseWork work, ReviewTask task, Guid askedBy, CancellationToken ct) =>
        DecidersAsync(Of(work), task, askedBy, ct);

    /// <summary>The same outside the case's transaction.</summary>
    public Task<IReadOnlyList<Guid>> DecidersAsync(NpgsqlConnection connection, ReviewTask task, Guid askedBy, CancellationToken ct) =>
        DecidersAsync((connection, zone.Today), task, askedBy, ct);

    private static async Task<IReadOnlyList<Guid>> DecidersAsync(
        (NpgsqlConnection, DateOnly) at, ReviewTask task, Guid askedBy, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(task);
        foreach (var sql in new[] { HeadsSql, OfficeHeadsSql, LeadersSql })
        {
            List<Guid> found = [.. (await ReadAsync(at, task, sql, task.OrganisationId, ct)).Where(one => one != askedBy)];
            if (found.Count > 0) return found;
        }

        return [];
    }

    private (NpgsqlConnection Connection, DateOnly Today) Of(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return (work.Connection, zone.DateOf(work.Now));
    }

    private static string Present(string held) => PresentSql.Replace("{0}", held, StringComparison.Ordinal);

    private static async Task<IReadOnlyList<Guid>> ReadAsync(
        (NpgsqlConnection Connection, DateOnly Today) at, ReviewTask task, string sql, Guid about, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, at.Connection)
        {
            Parameters =
            {
                new NpgsqlParameter<DateOnly> { TypedValue = at.Today },
                CaseBatch.Text(task.ServiceItemCode),
                CaseBatch.Uuid(about),
                CaseBatch.Text(task.Role),
            },
        };
        return await ReadAsync(command, ct);
    }

    private static async Task<IReadOnlyList<Guid>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var people = new List<Guid>();
        while (await reader.ReadAsync(ct)) people.Add(reader.GetGuid(0));
        return people;
    }
}
