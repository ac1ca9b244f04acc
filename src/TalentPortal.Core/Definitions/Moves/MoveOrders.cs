using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Actions;

namespace TalentPortal.Core.Definitions.Moves;

/// <summary>Orders a move: each case becomes a job of its own, so that one that can't be moved holds up no other.</summary>
public sealed class MoveOrders(NpgsqlDataSource database, DefinitionMoves moves, AuditStreams audit, WorkSignal signal)
{
    private const string MoveSql =
        """
        insert into definition_moves (id, definition_id, from_version, to_version, targets, reason, asked_by, asked_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string CasesSql =
        """
        with wanted as (
          insert into definition_move_cases (move_id, instance_id, case_id)
          select $1, one.instance_id, one.case_id from unnest($2::text[], $3::uuid[]) one (instance_id, case_id) returning instance_id, case_id)
        insert into jobs (id, kind, case_id, payload, unique_key, status, run_at, created_at)
        select gen_random_uuid(), $4, case_id, json_build_object('move', $1::uuid, 'instance', instance_id), $1::text || ' ' || instance_id, 'Waiting', $5, $5
        from wanted
        """;

    /// <summary>Orders the move of every case that fits or whose places all have a step to go on at; the others stay.</summary>
    /// <param name="definitionId">The definition.</param>
    /// <param name="from">The version that they run on.</param>
    /// <param name="to">The version to which they go.</param>
    /// <param name="targets">Activity of the newer version by place of the older one.</param>
    /// <param name="reason">Why.</param>
    /// <param name="operation">The operation; of a person.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The move.</returns>
    public async Task<Result<Guid>> OrderAsync(
        string definitionId, int from, int to, IReadOnlyDictionary<string, string> targets, string? reason, Operation operation,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(operation);
        var why = ActionLog.Reason(reason);
        if (!why.Succeeded) return why.Refusal;
        if (await moves.PreviewAsync(definitionId, from, to, ct) is not { } preview) return new DefinitionStateChanged();
        var named = targets.Where(target => target.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
        if (named.Values.Any(target => preview.Steps.All(step => step.ActivityId != target))) return new MoveStepUnknown();
        var cases = preview.Cases.Where(one => !one.LacksGuide && one.Lacking.All(named.ContainsKey)).ToList();
        if (cases.Count == 0) return new NothingToMove();
        var id = Ids.New();
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await WriteAsync(connection, transaction, MoveSql, ct, id, definitionId, from, to,
            new NpgsqlParameter { Value = JsonSerializer.Serialize(named), NpgsqlDbType = NpgsqlDbType.Jsonb }, why.Value,
            operation.UserId!.Value, operation.At);
        await WriteAsync(connection, transaction, CasesSql, ct, id, cases.Select(one => one.InstanceId).ToArray(),
            cases.Select(one => one.CaseId).ToArray(),
            MoveInstanceJob.Kind, operation.At);
        await audit.AppendAsync(connection, transaction, AuditStream.Administration, "InstancesMoveOrdered", operation,
            DefinitionFacts.Of(definitionId, to, ("from", from), ("move", id), ("cases", cases.Count)), ct);
        await transaction.CommitAsync(ct);
        signal.Raise();
        return id;
    }

    /// <summary>What a job moves.</summary>
    internal static (Guid Move, string Instance) Read(Job job)
    {
        var payload = JsonNode.Parse(job.Payload)!;
        return (payload["move"]!.GetValue<Guid>(), payload["instance"]!.GetValue<string>());
    }

    private static async Task WriteAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }
}
