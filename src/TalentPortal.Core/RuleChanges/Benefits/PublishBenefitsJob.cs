using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TalentPortal.Core.Data;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>On its first day a released change of the benefit catalogue becomes the catalogue's next version.</summary>
public sealed class PublishBenefitsJob(PortalDbContext db, NpgsqlDataSource database, BenefitCatalogues catalogues, TimeProvider time) : IJobHandler
{
    // Twice is harmless: a change becomes at most one version, which is looked for first and kept unique by the database.

    private const string NewestSql =
        """
        select content, (select max(version) from benefit_catalogue_versions) from benefit_catalogue_versions
        order by effective_from desc, version desc limit 1
        """;

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "rules.publish-benefits";

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
            if (await PublishAsync(connection, change, time.GetUtcNow(), ct) is { } refusal)
                throw new InvalidOperationException($"The released benefits cannot be published: {refusal.Key}.");
            await transaction.CommitAsync(ct);
        }

        await catalogues.LoadAsync(ct);
    }

    /// <summary>Makes the version in the caller's transaction.</summary>
    /// <returns>Why it cannot be; null when it is.</returns>
    internal static async Task<Refusal?> PublishAsync(NpgsqlConnection connection, RuleChange change, DateTimeOffset now, CancellationToken ct)
    {
        var (present, highest) = await NewestAsync(connection, ct);
        var draft = new RuleDraft(change.ValidFrom, change.Provenance, change.Source, change.Reason);
        var then = BenefitPatch.Apply(present, BenefitContent.Steps(change), draft, highest + 1);
        if (!then.Succeeded) return then.Refusal;
        if (BenefitCatalogueReader.Problems(then.Value).Any()) return new RuleOutdated();
        await BenefitPublisher.InsertAsync(connection, then.Value, new BenefitRelease(change.ReleasedBy!.Value, change.Id), now, ct);
        return null;
    }

    private static async Task<(BenefitCatalogue Present, int Highest)> NewestAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(NewestSql, connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (BenefitCatalogueReader.Read(row.GetString(0), "benefit_catalogue_versions"), row.GetInt32(1));
    }

    private static async Task<bool> IsPublishedAsync(NpgsqlConnection connection, Guid change, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select exists (select from benefit_catalogue_versions where rule_change_id = $1)", connection)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = change } },
        };
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
