using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Orchestration.Schedules;

/// <summary>
/// Takes moments at which the clock starts a workflow: notes the moment, leaves the start to a job and plans the next moment, in one
/// transaction under the lock of the trigger's row. However many portals look, a moment is taken once. Moments that passed while no portal
/// ran are made up for by one start, for the first of them; the next is counted from now.
/// </summary>
public sealed class ScheduleWorker(NpgsqlDataSource database, WorkflowDefinitions definitions, WorkSignal signal, TimeProvider time)
{
    // A version that is not the newest published one starts nothing, even before somebody plans anew.
    private const string TakeSql =
        """
        select s.definition_id, s.activity_id, s.definition_version, s.next_at from workflow_schedules s
        where s.next_at <= $1 and s.definition_version = (select max(d.version) from workflow_definitions d
          where d.definition_id = s.definition_id and d.state = 'Published')
        order by s.next_at, s.definition_id, s.activity_id limit 1 for update of s skip locked
        """;

    private const string NoteSql =
        """
        insert into workflow_starts (definition_id, activity_id, due_at, definition_version, case_id, taken_at, catches_up)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string PlanSql = "update workflow_schedules set next_at = $3 where definition_id = $1 and activity_id = $2";

    private const string JobSql =
        "insert into jobs (id, kind, payload, status, run_at, created_at) values ($1, $2, $3, 'Waiting', $4, $4)";

    /// <summary>Takes every moment that is due now.</summary>
    /// <returns>How many were taken.</returns>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var count = 0;
        while (await TakeOneAsync(ct)) count++;
        if (count > 0) signal.Raise();
        return count;
    }

    private async Task<bool> TakeOneAsync(CancellationToken ct)
    {
        var now = MicroTime.Truncate(time.GetUtcNow());
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await FindAsync(connection, transaction, now, ct) is not { } order) return false;
        var trigger = await TriggerAsync(order, ct);
        var next = trigger.NextAfter(order.DueAt, now);
        var catchesUp = trigger.NextAfter(order.DueAt, order.DueAt) <= now;
        await WriteAsync(connection, transaction, order, now, next, catchesUp, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, StartOrder order, DateTimeOffset now,
        DateTimeOffset? next, bool catchesUp, CancellationToken ct)
    {
        var caseId = Ids.New();
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(NoteSql)
        {
            Parameters =
            {
                CaseBatch.Text(order.DefinitionId), CaseBatch.Text(order.ActivityId), CaseBatch.At(order.DueAt),
                new NpgsqlParameter { Value = order.Version }, CaseBatch.Uuid(caseId), CaseBatch.At(now),
                new NpgsqlParameter { Value = catchesUp },
            },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(PlanSql)
        {
            Parameters = { CaseBatch.Text(order.DefinitionId), CaseBatch.Text(order.ActivityId), Moment(next) },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(JobSql)
        {
            Parameters = { CaseBatch.Uuid(caseId), CaseBatch.Text(StartScheduledJob.Kind), CaseBatch.Json(order.ToJson()), CaseBatch.At(now) },
        });
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static async Task<StartOrder?> FindAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(TakeSql, connection, transaction) { Parameters = { CaseBatch.At(now) } };
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new StartOrder(row.GetString(0), row.GetInt32(2), row.GetString(1), row.GetFieldValue<DateTimeOffset>(3))
            : null;
    }

    private async Task<ClockTrigger> TriggerAsync(StartOrder order, CancellationToken ct) =>
        await definitions.FindAsync(order.DefinitionId, order.Version, ct) is { } definition
            && ClockTrigger.Of(definition).FirstOrDefault(one => one.Node.Id == order.ActivityId) is { } trigger
            ? trigger
            : throw new InvalidOperationException(
                $"{order.DefinitionId} v{order.Version} has no trigger '{order.ActivityId}' for its schedule.");

    private static NpgsqlParameter Moment(DateTimeOffset? moment) =>
        new() { Value = (object?)moment?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz };
}
