using Npgsql;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>Makes the next version of the benefit catalogue of a released change, in the caller's transaction.</summary>
internal static class BenefitVersions
{
    private const string NewestSql =
        """
        select content, (select max(version) from benefit_catalogue_versions) from benefit_catalogue_versions
        order by effective_from desc, version desc limit 1
        """;

    /// <summary>Makes the version.</summary>
    /// <returns>Why it cannot be; null when it is.</returns>
    public static async Task<Refusal?> PublishAsync(NpgsqlConnection connection, RuleChange change, CancellationToken ct)
    {
        var then = await ThenAsync(connection, change, ct);
        if (!then.Succeeded) return then.Refusal;
        await BenefitPublisher.InsertAsync(
            connection, then.Value, new BenefitRelease(change.ReleasedBy!.Value, change.Id), change.ReleasedAt!.Value, ct);
        return null;
    }

    /// <summary>What a change makes of the newest version as it is stored.</summary>
    /// <returns>It, or <see cref="RuleOutdated"/> where the newest one no longer takes it.</returns>
    public static async Task<Result<BenefitCatalogue>> ThenAsync(NpgsqlConnection connection, RuleChange change, CancellationToken ct)
    {
        var both = await BothAsync(connection, change, ct);
        return both.Succeeded ? both.Value.Then : both.Refusal;
    }

    /// <summary>The newest version as it is stored, and what a change makes of it.</summary>
    /// <returns>Both, or <see cref="RuleOutdated"/> where the newest one no longer takes it.</returns>
    public static async Task<Result<(BenefitCatalogue Present, BenefitCatalogue Then)>> BothAsync(
        NpgsqlConnection connection, RuleChange change, CancellationToken ct)
    {
        var (present, highest) = await NewestAsync(connection, ct);
        var draft = new RuleDraft(change.ValidFrom, change.Provenance, change.Source, change.Reason);
        var then = BenefitPatch.Apply(present, BenefitContent.Read(change), draft, highest + 1);
        if (!then.Succeeded) return then.Refusal;
        return BenefitCatalogueReader.Problems(then.Value).Any() ? new RuleOutdated() : (present, then.Value);
    }

    private static async Task<(BenefitCatalogue Present, int Highest)> NewestAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(NewestSql, connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (BenefitCatalogueReader.Read(row.GetString(0), "benefit_catalogue_versions"), row.GetInt32(1));
    }
}
