using Npgsql;

namespace TalentPortal.Core.Orchestration.Schedules;

/// <summary>Reads what the clock starts and has started.</summary>
public sealed class ScheduleRegister(NpgsqlDataSource database)
{
    private const string PlannedSql =
        "select definition_id, activity_id, definition_version, rule, next_at from workflow_schedules where definition_id = $1 order by next_at, activity_id";

    private const string StartsSql =
        """
        select s.activity_id, s.definition_version, s.due_at, s.catches_up, c.created_at, c.number, s.case_id, i.sub_status, j.status = 'Failed'
        from workflow_starts s
        left join cases c on c.id = s.case_id
        left join workflow_instances i on i.id = replace(s.case_id::text, '-', '')
        left join jobs j on j.id = s.case_id
        where s.definition_id = $1 order by s.due_at desc, s.activity_id limit $2
        """;

    /// <summary>What starts a definition, and when next.</summary>
    public async Task<IReadOnlyList<WorkflowSchedule>> PlannedAsync(string definitionId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(PlannedSql);
        command.Parameters.AddWithValue(definitionId);
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<WorkflowSchedule>();
        while (await row.ReadAsync(ct)) found.Add(Schedule(row));
        return found;
    }

    /// <summary>Its latest starts by the clock, the newest first.</summary>
    public async Task<IReadOnlyList<ClockStart>> StartsAsync(string definitionId, int most, CancellationToken ct)
    {
        await using var command = database.CreateCommand(StartsSql);
        command.Parameters.AddWithValue(definitionId);
        command.Parameters.AddWithValue(most);
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<ClockStart>();
        while (await row.ReadAsync(ct))
        {
            found.Add(new ClockStart(row.GetString(0), row.GetInt32(1), row.GetFieldValue<DateTimeOffset>(2), row.GetBoolean(3), At(row, 4),
                Text(row, 5), row.GetGuid(6).ToString("N"), Text(row, 7), !row.IsDBNull(8) && row.GetBoolean(8)));
        }

        return found;
    }

    internal static WorkflowSchedule Schedule(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3), At(row, 4));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? At(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
