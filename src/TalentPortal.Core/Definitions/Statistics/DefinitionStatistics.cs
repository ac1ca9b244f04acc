using Npgsql;
using TalentPortal.Core.Calendar;

namespace TalentPortal.Core.Definitions.Statistics;

/// <summary>How long the steps of a definition take, where cases come back, and before whom they wait; counted from the rows.</summary>
public sealed class DefinitionStatistics(NpgsqlDataSource database, WorkingCalendar calendar, PortalTimeZone zone)
{
    /// <summary>The newest steps that are counted: enough for a figure, and soon read.</summary>
    public const int MostSteps = 50_000;

    private const string StepsSql =
        """
        select i.definition_version, s.activity_id, s.code, s.status, s.opened_at, s.closed_at,
          coalesce(s.outcome = s.settings ->> 'supplementOutcome', false)
        from review_steps s join workflow_instances i on i.id = s.instance_id
        where i.definition_id = $1 and s.status <> 'Cancelled' order by s.opened_at desc limit $2
        """;

    private const string ReturnsSql =
        """
        select i.definition_version, a.step, count(*)
        from case_actions a join workflow_instances i on i.case_id = a.case_id and i.parent_id is null
        where i.definition_id = $1 and a.kind = 'ReturnedToStep' and a.step is not null group by 1, 2
        """;

    private const string UnitsSql =
        """
        select o.name_zh, o.name_en, t.created_at
        from review_tasks t join review_steps s on s.id = t.step_id join workflow_instances i on i.id = s.instance_id
        join organisations o on o.id = t.organisation_id
        where i.definition_id = $1 and t.status in ('Open', 'Claimed') limit $2
        """;

    /// <summary>The steps by version, the newest version first.</summary>
    public async Task<IReadOnlyList<StepTime>> StepsAsync(string definitionId, CancellationToken ct)
    {
        var returns = await ReadAsync(ReturnsSql, definitionId, row => (Key: (row.GetInt32(0), row.GetString(1)), Count: (int)row.GetInt64(2)), ct);
        var counted = returns.ToDictionary(one => one.Key, one => one.Count);
        var steps = await ReadAsync(StepsSql, definitionId, row => new Step(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3) == "Open",
            row.GetFieldValue<DateTimeOffset>(4), row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5), row.GetBoolean(6)), ct);
        return [.. from step in steps
                   group step by (step.Version, step.ActivityId, step.Code) into same
                   orderby same.Key.Version descending, same.Min(one => one.OpenedAt), same.Key.ActivityId
                   let days = same.Where(one => one.ClosedAt is not null).Select(one => Days(one.OpenedAt, one.ClosedAt!.Value)).Order().ToList()
                   select new StepTime(same.Key.Version, same.Key.ActivityId, same.Key.Code, days.Count, Quantile(days, 0.5), Quantile(days, 0.9),
                       same.Count(one => one.AskedForMore), counted.GetValueOrDefault((same.Key.Version, same.Key.Code)), same.Count(one => one.IsOpen))];
    }

    /// <summary>The units before which tasks wait, the longest wait first.</summary>
    public async Task<IReadOnlyList<UnitWait>> UnitsAsync(string definitionId, CancellationToken ct)
    {
        var now = zone.Now;
        var tasks = await ReadAsync(UnitsSql, definitionId, row => (Zh: row.GetString(0), En: row.IsDBNull(1) ? null : row.GetString(1),
            Days: Days(row.GetFieldValue<DateTimeOffset>(2), now)), ct);
        return [.. from task in tasks
                   group task.Days by (task.Zh, task.En) into unit
                   let days = unit.Order().ToList()
                   orderby days[^1] descending, unit.Key.Zh
                   select new UnitWait(unit.Key.Zh, unit.Key.En, days.Count, Quantile(days, 0.5), days[^1])];
    }

    /// <summary>The smallest value that this share of the ordered values does not exceed; 0 of nothing.</summary>
    internal static int Quantile(IReadOnlyList<int> ordered, double share) =>
        ordered.Count == 0 ? 0 : ordered[Math.Max(0, (int)Math.Ceiling(share * ordered.Count) - 1)];

    private int Days(DateTimeOffset from, DateTimeOffset to) => calendar.WorkingDaysBetween(zone.DateOf(from), zone.DateOf(to));

    private async Task<List<T>> ReadAsync<T>(string sql, string definitionId, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(definitionId);
        if (sql.Contains("$2", StringComparison.Ordinal)) command.Parameters.AddWithValue(MostSteps);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }

    private sealed record Step(
        int Version, string ActivityId, string Code, bool IsOpen, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, bool AskedForMore);
}
