using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>
/// What is past its last day: an officer sees the tasks of his units, whoever sees the boards all of the district. A clock that stands
/// still is not overdue.
/// </summary>
public sealed class OverdueQuery(
    NpgsqlDataSource database, ServiceItems items, OrganisationDirectory organisations, WorkingCalendar calendar, PortalTimeZone zone)
{
    /// <summary>Most rows of one page.</summary>
    public const int MostRows = 500;

    private const string Runs = "ended_on is null and due_on < $5 and not jsonb_path_exists(stops, '$[*] ? (@.to == null)')";

    private const string RowsSql = $"""
        with late as (select distinct case_id from deadlines where kind in ('Promise', 'Step') and {Runs})
        select c.id, c.number, a.subject_name, a.service_item_version_id, t.id, t.step_code, t.organisation_id, u.display_name, s.due_on, p.due_on,
          coalesce((r.settings->>'anonymous')::boolean, false), coalesce({InboxSql.Reach}, false)
        from late join cases c on c.id = late.case_id join applications a on a.case_id = c.id
        left join review_tasks t on t.case_id = c.id and t.status in ('Open', 'Claimed')
        left join review_steps r on r.id = t.step_id
        left join portal_users u on u.id = coalesce(t.claimed_by, t.assignee_id)
        left join lateral (select due_on from deadlines where step_id = t.step_id and kind = 'Step' and {Runs}) s on true
        left join lateral (select due_on from deadlines where case_id = c.id and kind = 'Promise' and {Runs}) p on true
        where c.number is not null and not c.hold and (s.due_on is not null or p.due_on is not null) and ($4 or {InboxSql.Reach})
        order by least(s.due_on, p.due_on), c.number, t.id limit $6
        """;

    private const string DoneSql =
        """
        select stream_id, count(*) filter (where type in ('LightYellow', 'LightRed', 'TaskReminded'))::int,
          count(*) filter (where type in ('UrgedByApplicant', 'UrgedBySupervisor'))::int, max(at) filter (where type = 'CaseEscalated')
        from operation_events where stream_id = any($1) group by stream_id
        """;

    /// <summary>Reads what the actor may see, the longest overdue first; at most <see cref="MostRows"/>.</summary>
    public Task<IReadOnlyList<OverdueRow>> ReadAsync(Actor actor, CancellationToken ct) => ReadAsync(actor, MostRows, ct);

    /// <summary>The same, as many as are asked for.</summary>
    public async Task<IReadOnlyList<OverdueRow>> ReadAsync(Actor actor, int most, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var command = database.CreateCommand(RowsSql);
        foreach (var parameter in InboxSql.ReachOf(actor.Appointments)) command.Parameters.Add(parameter);
        var seesAll = actor.Can(Permission.SeeBoards);
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = seesAll });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = zone.Today });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        var rows = new List<OverdueRow>();
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct)) rows.Add(await RowAsync(reader, seesAll, ct));
        }

        return await WithDeedsAsync(rows, ct);
    }

    private async Task<OverdueRow> RowAsync(NpgsqlDataReader reader, bool seesAll, CancellationToken ct)
    {
        var item = (await items.VersionAsync(reader.GetGuid(3), ct)).Item;
        var code = reader.IsDBNull(5) ? null : reader.GetString(5);
        var unit = reader.GetFieldValue<Guid?>(6) is { } id ? await organisations.FindAsync(id, ct) : null;
        var row = new OverdueRow
        {
            CaseId = reader.GetGuid(0),
            Number = reader.GetString(1),
            SubjectMasked = seesAll || !reader.GetBoolean(10) ? Mask.Name(reader.GetString(2)) : null,
            ServiceItem = item.Name,
            TaskId = reader.GetFieldValue<Guid?>(4),
            IsOwn = reader.GetBoolean(11),
            Step = code is null ? null : item.Guide.Steps.FirstOrDefault(step => step.Code == code)?.Name ?? new LocalizedText(code, code),
            UnitId = unit?.Id,
            Unit = unit is null ? null : new LocalizedText(unit.NameZh, unit.NameEn),
            Holder = reader.IsDBNull(7) ? null : reader.GetString(7),
            StepDueOn = reader.GetFieldValue<DateOnly?>(8),
            PromiseDueOn = reader.GetFieldValue<DateOnly?>(9),
            WorkingDaysOver = 0,
        };
        return row with { WorkingDaysOver = calendar.WorkingDaysBetween(row.DueOn, zone.Today) };
    }

    private async Task<IReadOnlyList<OverdueRow>> WithDeedsAsync(List<OverdueRow> rows, CancellationToken ct)
    {
        await using var command = database.CreateCommand(DoneSql);
        command.Parameters.Add(new NpgsqlParameter { Value = rows.Select(row => row.CaseId).Distinct().ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var done = new Dictionary<Guid, (int Reminders, int Urgings, DateTimeOffset? EscalatedAt)>();
        while (await reader.ReadAsync(ct))
            done[reader.GetGuid(0)] =
                (reader.GetInt32(1), reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3));
        return [.. rows.Select(row => done.TryGetValue(row.CaseId, out var deeds)
            ? row with { Reminders = deeds.Reminders, Urgings = deeds.Urgings, EscalatedAt = deeds.EscalatedAt } : row)];
    }
}
