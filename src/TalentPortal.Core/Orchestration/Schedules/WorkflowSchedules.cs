using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Orchestration.Schedules;

/// <summary>
/// Plans what the clock starts: the triggers of each definition's newest published version. Whoever publishes or retires a version plans
/// anew; so does every portal at its start, and when it sees that another one published.
/// </summary>
public sealed class WorkflowSchedules(NpgsqlDataSource database, WorkflowDefinitions definitions, AuditStreams audit, TimeProvider time)
{
    private const string LockSql = "lock table workflow_schedules in share row exclusive mode";

    private const string ReadSql = "select definition_id, activity_id, definition_version, rule, next_at from workflow_schedules";

    private const string WriteSql =
        """
        insert into workflow_schedules (definition_id, activity_id, definition_version, rule, next_at, planned_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (definition_id, activity_id) do update set
          definition_version = excluded.definition_version, rule = excluded.rule, next_at = excluded.next_at, planned_at = excluded.planned_at
        """;

    private const string DropSql = "delete from workflow_schedules where definition_id = $1 and activity_id = $2";

    /// <summary>Reads the definitions again and makes the plan follow them. Without a difference nothing is written.</summary>
    public async Task PlanAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // Read under the lock: a portal that has not seen the newest version yet cannot bring an older one back.
        await using (var command = new NpgsqlCommand(LockSql, connection, transaction)) await command.ExecuteNonQueryAsync(ct);
        await definitions.LoadAsync(ct);
        var before = (await ReadAsync(connection, transaction, ct)).ToDictionary(row => (row.DefinitionId, row.ActivityId));
        var now = MicroTime.Truncate(time.GetUtcNow());
        var after = Wanted(before, now);
        var changed = after.Where(row => !before.TryGetValue((row.DefinitionId, row.ActivityId), out var old) || old != row).ToList();
        var gone = before.Values.Where(row =>
            !after.Exists(one => one.DefinitionId == row.DefinitionId && one.ActivityId == row.ActivityId)).ToList();
        foreach (var row in changed) await WriteAsync(connection, transaction, row, now, ct);
        foreach (var row in gone) await DropAsync(connection, transaction, row, ct);
        foreach (var row in changed) await TellAsync(connection, transaction, "WorkflowStartPlanned", row, ct);
        foreach (var row in gone) await TellAsync(connection, transaction, "WorkflowStartCancelled", row, ct);
        await transaction.CommitAsync(ct);
    }

    private List<WorkflowSchedule> Wanted(Dictionary<(string, string), WorkflowSchedule> before, DateTimeOffset now) =>
        [.. from definition in definitions.Runner.Catalog.Definitions
            where definition.IsPublished && definitions.Runner.Catalog.FindPublished(definition.DefinitionId) == definition
            from trigger in TalentPortal.Workflows.Definitions.ClockTrigger.Of(definition)
            select WorkflowSchedule.Of(definition, trigger, before.GetValueOrDefault((definition.DefinitionId, trigger.Node.Id)), now)];

    private static async Task<List<WorkflowSchedule>> ReadAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ReadSql, connection, transaction);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new List<WorkflowSchedule>();
        while (await rows.ReadAsync(ct))
        {
            found.Add(new WorkflowSchedule(rows.GetString(0), rows.GetString(1), rows.GetInt32(2), rows.GetString(3),
                await rows.IsDBNullAsync(4, ct) ? null : rows.GetFieldValue<DateTimeOffset>(4)));
        }

        return found;
    }

    private static async Task WriteAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, WorkflowSchedule row, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(WriteSql, connection, transaction);
        command.Parameters.AddWithValue(row.DefinitionId);
        command.Parameters.AddWithValue(row.ActivityId);
        command.Parameters.AddWithValue(row.Version);
        command.Parameters.AddWithValue(row.Rule);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)row.NextAt?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.AddWithValue(now);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task DropAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, WorkflowSchedule row, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(DropSql, connection, transaction);
        command.Parameters.AddWithValue(row.DefinitionId);
        command.Parameters.AddWithValue(row.ActivityId);
        await command.ExecuteNonQueryAsync(ct);
    }

    private Task TellAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string type, WorkflowSchedule row, CancellationToken ct) =>
        audit.AppendAsync(connection, transaction, AuditStream.Administration, type, Operation.OfPortal("WorkflowStartPlanning", time),
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["definition"] = row.DefinitionId,
                ["version"] = row.Version,
                ["activity"] = row.ActivityId,
                ["next"] = row.NextAt?.ToString("O", CultureInfo.InvariantCulture),
            }, ct);
}
