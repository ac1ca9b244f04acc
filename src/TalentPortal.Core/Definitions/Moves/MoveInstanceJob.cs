using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Definitions.Moves;

/// <summary>Moves one instance to another version and writes down what became of it.</summary>
/// <param name="database">The database.</param>
/// <param name="cases">Opens the case.</param>
/// <param name="movement">What is done.</param>
/// <param name="time">The portal's clock.</param>
public sealed class MoveInstanceJob(NpgsqlDataSource database, CaseTransaction cases, InstanceMovement movement, TimeProvider time)
    : IJobHandler
{
    // Twice is harmless: the job's id is the operation's id, and an instance that has left the older version is not moved again.

    private const string MoveSql = "select from_version, to_version, targets::text, reason, asked_by from definition_moves where id = $1";

    private const string DoneSql =
        "update definition_move_cases set state = $3, refusal = $4, done_at = $5 where move_id = $1 and instance_id = $2 and state = 'Waiting'";

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "definitions.move-instance";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var (moveId, instanceId) = MoveOrders.Read(job);
        var order = await ReadAsync(moveId, instanceId, ct);
        var operation = Operation.Begin(job.Id, "WorkflowVersionChanging", order.AskedBy, nameof(Accounts.PortalRole.Administrator), time);
        var result = await cases.RunAsync<MoveState>(job.CaseId!.Value, operation, async (work, token) =>
        {
            var moved = await movement.RunAsync(work, order, token);
            if (moved.Succeeded) work.Execute(Done(moveId, instanceId, moved.Value));
            return moved;
        }, ct);
        if (result.Succeeded) return;
        await using var command = database.CreateCommand(DoneSql);
        command.Parameters.AddRange(Values(moveId, instanceId, MoveState.Refused, result.Refusal.Key));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The note belongs to the transaction that moves the case.</summary>
    private NpgsqlBatchCommand Done(Guid moveId, string instanceId, MoveState state)
    {
        var command = new NpgsqlBatchCommand(DoneSql);
        command.Parameters.AddRange(Values(moveId, instanceId, state, refusal: null));
        return command;
    }

    private NpgsqlParameter[] Values(Guid moveId, string instanceId, MoveState state, string? refusal) =>
        [CaseBatch.Uuid(moveId), CaseBatch.Text(instanceId), CaseBatch.Text(state.ToString()), CaseBatch.Text(refusal), CaseBatch.At(time.GetUtcNow())];

    private async Task<MoveOrder> ReadAsync(Guid moveId, string instanceId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(MoveSql);
        command.Parameters.AddWithValue(moveId);
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct)) throw new InvalidOperationException($"There is no move {moveId}.");
        return new MoveOrder(instanceId, row.GetInt32(0), row.GetInt32(1),
            JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(2))!, row.GetString(3), row.GetGuid(4));
    }
}
