using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Publishing;
using TalentPortal.Core.Data;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges.Benefits;
using TalentPortal.Core.RuleChanges.Sheets;

namespace TalentPortal.Core.RuleChanges;

/// <summary>On its first day a released change of an item's rules, or of the benefits, becomes the next version.</summary>
public sealed class PublishRulesJob(
    PortalDbContext db, NpgsqlDataSource database, ServiceItemPublisher publisher, ServiceItems items, ReleasedRules released) : IJobHandler
{
    // Twice is harmless: a change is carried out by at most one version, which is looked for first and kept unique by the database.

    private const string PublishedSql =
        """
        select exists (select 1 from service_item_versions where rule_change_id = $1)
          or exists (select 1 from benefit_catalogue_versions where rule_change_id = $1)
        """;

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "rules.publish";

    /// <summary>The job of a change.</summary>
    internal static Job Of(RuleChange change, DateTimeOffset now, DateTimeOffset runAt) =>
        Job.Of(Kind, now, runAt, payload: JsonSerializer.Serialize(new { change = change.Id }), uniqueKey: change.Id.ToString("N"));

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var id = JsonSerializer.Deserialize<JsonElement>(job.Payload).GetProperty("change").GetGuid();
        var change = await db.Set<RuleChange>().AsNoTracking().SingleAsync(one => one.Id == id, ct);
        if (await db.Set<RuleChange>().AnyAsync(back => back.WithdrawsId == id && back.Status == RuleChangeStatus.Released, ct)) return;
        await using (var connection = await database.OpenConnectionAsync(ct))
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            if (await IsPublishedAsync(connection, id, ct)) return;
            var made = await PublishAsync(publisher, connection, change, ct);
            if (made is not null)
                throw new InvalidOperationException($"The released rules of {change.Subject} cannot be published: {made}.");
            await transaction.CommitAsync(ct);
        }

        await items.LoadAsync(ct);
        await released.LoadAsync(ct);
    }

    /// <summary>Makes the version in the caller's transaction.</summary>
    /// <returns>Why it cannot be; null when it is.</returns>
    internal static async Task<Refusal?> PublishAsync(
        ServiceItemPublisher publisher, NpgsqlConnection connection, RuleChange change, CancellationToken ct)
    {
        if (change.Kind is RuleChangeKind.BenefitCatalogue) return await BenefitVersions.PublishAsync(connection, change, ct);
        IReadOnlyList<string> gone = [];
        var made = await publisher.PublishAsync(connection, new NewItemVersion(change.Subject, change.ValidFrom, change.ReleasedBy!.Value)
        {
            Change = content => gone = RulePatch.Apply(content, RuleContent.Set(change), change.ValidFrom),
            RuleChangeId = change.Id,
        }, ct);
        return gone.Count > 0 ? new RuleOutdated() : made.Succeeded ? null : made.Refusal;
    }

    private static async Task<bool> IsPublishedAsync(NpgsqlConnection connection, Guid change, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(PublishedSql, connection)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = change } },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
