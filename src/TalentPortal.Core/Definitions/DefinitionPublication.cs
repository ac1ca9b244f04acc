using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration.Schedules;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Definitions;

/// <summary>
/// The life of a version that was brought in: checked, published by somebody else with a reason, retired; a draft may be thrown away.
/// Each change and its audit entry are one transaction; a change that somebody else made first is refused.
/// </summary>
public sealed class DefinitionPublication(
    NpgsqlDataSource database, DefinitionRegister register, DefinitionCheck check, DefinitionUses uses,
    WorkflowSchedules schedules, AuditStreams audit, ParameterTable parameters, PortalTimeZone zone)
{
    private const string CheckSql =
        "update workflow_definitions set findings = $3, checked_at = $4, checked_by = $5, state = $6, revision = revision + 1 "
        + "where definition_id = $1 and version = $2 and state in ('Draft', 'Checked')";

    private const string PublishSql =
        "update workflow_definitions set state = 'Published', published_at = $3, published_by = $4, publish_reason = $5, revision = revision + 1 "
        + "where definition_id = $1 and version = $2 and state = 'Checked'";

    private const string RetireSql =
        "update workflow_definitions set state = 'Retired', retired_at = $3, retired_by = $4, retire_reason = $5, revision = revision + 1 "
        + "where definition_id = $1 and version = $2 and state = 'Published'";

    private const string DiscardSql =
        "delete from workflow_definitions where definition_id = $1 and version = $2 and state in ('Draft', 'Checked')";

    /// <summary>Runs all checks and keeps what they find; without findings the version may be published.</summary>
    public async Task<Result<int>> CheckAsync(string definitionId, int version, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (await register.FileAsync(definitionId, version, ct) is not { } file) return new DefinitionGone();
        var findings = await check.RunAsync(file.Text, definitionId, ct);
        var state = findings.Count == 0 ? DefinitionState.Checked : DefinitionState.Draft;
        var changed = await ChangeAsync(CheckSql, definitionId, version, "DefinitionChecked", operation, [("findings", findings.Count)], ct,
            new NpgsqlParameter { Value = JsonSerializer.Serialize(findings, JsonSerializerOptions.Web), NpgsqlDbType = NpgsqlDbType.Jsonb },
            At(operation), By(operation), new NpgsqlParameter { Value = state.ToString() });
        return changed ? findings.Count : new DefinitionStateChanged();
    }

    /// <summary>Publishes a version that was checked: cases may run on it from now on, and its content never changes again.</summary>
    public async Task<Result> PublishAsync(string definitionId, int version, string? reason, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var why = ActionLog.Reason(reason);
        if (!why.Succeeded) return why.Refusal;
        if (await register.FindAsync(definitionId, version, ct) is not { } row) return new DefinitionGone();
        if (row.State is not DefinitionState.Checked) return new DefinitionStateChanged();
        if (row.AddedBy == operation.UserId && parameters.Flag("definition.publisherIsAnother", zone.Today)) return new PublisherIsAuthor();
        // What it leans on may have changed since it was checked.
        var checkedAgain = await CheckAsync(definitionId, version, operation with { Id = Ids.New(), Type = "DefinitionChecking" }, ct);
        if (!checkedAgain.Succeeded) return checkedAgain.Refusal;
        if (checkedAgain.Value > 0) return new DefinitionHasFindings(checkedAgain.Value);
        if (!await ChangeAsync(PublishSql, definitionId, version, "DefinitionPublished", operation, [("checksum", row.Checksum)], ct,
            At(operation), By(operation), new NpgsqlParameter { Value = why.Value }))
            return new DefinitionStateChanged();
        await schedules.PlanAsync(ct);
        return Result.Success;
    }

    /// <summary>Retires a version: no new case begins on it, those that run on it go on.</summary>
    public async Task<Result> RetireAsync(string definitionId, int version, string? reason, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var why = ActionLog.Reason(reason);
        if (!why.Succeeded) return why.Refusal;
        if (await UsersAsync(definitionId, version, ct) is { Length: > 0 } users) return new DefinitionInUse(users);
        if (!await ChangeAsync(RetireSql, definitionId, version, "DefinitionRetired", operation, [], ct,
            At(operation), By(operation), new NpgsqlParameter { Value = why.Value }))
            return new DefinitionStateChanged();
        await schedules.PlanAsync(ct);
        return Result.Success;
    }

    /// <summary>Throws a version away that was never published.</summary>
    public async Task<Result> DiscardAsync(string definitionId, int version, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return await ChangeAsync(DiscardSql, definitionId, version, "DefinitionDiscarded", operation, [], ct)
            ? Result.Success
            : new DefinitionStateChanged();
    }

    /// <summary>Who begins new instances on it: service items that pin it, and definitions that run the newest published version.</summary>
    private async Task<string> UsersAsync(string definitionId, int version, CancellationToken ct)
    {
        var items = (await uses.ItemsAsync(definitionId, ct))
            .Where(use => use.IsCurrent && use.DefinitionVersion == version).Select(use => use.Code);
        var isOnly = !(await register.OfAsync(definitionId, ct))
            .Any(row => row.State is DefinitionState.Published && row.Version != version);
        var others = isOnly ? uses.Dispatches(definitionId).Select(use => use.DefinitionId).Distinct() : [];
        return string.Join(", ", items.Concat(others));
    }

    private async Task<bool> ChangeAsync(string sql, string definitionId, int version, string type, Operation operation,
        (string Name, object? Value)[] facts, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var command = new NpgsqlCommand(sql, connection, transaction))
        {
            command.Parameters.AddWithValue(definitionId);
            command.Parameters.AddWithValue(version);
            command.Parameters.AddRange(parameters);
            if (await command.ExecuteNonQueryAsync(ct) == 0) return false;
        }

        await audit.AppendAsync(connection, transaction, AuditStream.Administration, type, operation,
            DefinitionFacts.Of(definitionId, version, facts), ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static NpgsqlParameter At(Operation operation) => new() { Value = operation.At };

    private static NpgsqlParameter By(Operation operation) =>
        new() { Value = (object?)operation.UserId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };
}
