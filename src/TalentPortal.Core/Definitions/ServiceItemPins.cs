using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Publishing;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews.Actions;

namespace TalentPortal.Core.Definitions;

/// <summary>
/// Has a service item handled by another version of its definition from now on. What was published stays: the item gets another version,
/// which new applications pin; cases under way keep what they were handed in with.
/// </summary>
public sealed class ServiceItemPins(
    NpgsqlDataSource database, ServiceItems items, ServiceItemPublisher publisher, WorkflowDefinitions definitions,
    AuditStreams audit, PortalTimeZone zone)
{
    /// <summary>Uses a published version for an item.</summary>
    /// <param name="code">The service item.</param>
    /// <param name="definitionId">The definition.</param>
    /// <param name="version">Its version.</param>
    /// <param name="reason">Why.</param>
    /// <param name="operation">The operation; of a person.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> UseAsync(
        string code, string definitionId, int version, string? reason, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var why = ActionLog.Reason(reason);
        if (!why.Succeeded) return why.Refusal;
        await items.LoadAsync(ct);
        if (items.Find(code) is not { } current || current.Item.DefinitionId != definitionId) return new ServiceItemOfOtherDefinition();
        if (current.DefinitionVersion == version) return new DefinitionUsedAlready();
        if (await definitions.FindAsync(definitionId, version, ct) is not { IsPublished: true } definition)
            return new DefinitionStateChanged();
        if (GuideSteps.MissingFrom(current.Item, definition) is { Count: > 0 } missing)
            return new GuideLacksSteps(string.Join(", ", missing.Select(one => one.Step).Distinct()));
        return await PinAsync(current, version, why.Value, operation, ct);
    }

    private async Task<Result> PinAsync(ServiceItemVersion current, int version, string reason, Operation operation, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var made = await publisher.PublishAsync(
            connection, new NewItemVersion(current.Item.Code, zone.Today, operation.UserId!.Value) { DefinitionVersion = version }, ct);
        if (!made.Succeeded) return made.Refusal;
        await using (var command = new NpgsqlCommand("update service_item_versions set reason = $2 where id = $1", connection, transaction))
        {
            command.Parameters.AddWithValue(made.Value);
            command.Parameters.AddWithValue(reason);
            await command.ExecuteNonQueryAsync(ct);
        }

        await audit.AppendAsync(connection, transaction, AuditStream.Administration, "ServiceItemDefinitionChosen", operation,
            DefinitionFacts.Of(current.Item.DefinitionId, version, ("item", current.Item.Code), ("was", current.DefinitionVersion)), ct);
        await transaction.CommitAsync(ct);
        await items.LoadAsync(ct);
        return Result.Success;
    }
}
