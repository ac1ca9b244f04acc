using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>Adds a version to those that are there.</summary>
public static class BenefitPublisher
{
    private const string InsertSql =
        """
        insert into benefit_catalogue_versions (id, version, effective_from, checksum, content, made_by, rule_change_id, published_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string GrantSql =
        """
        insert into benefit_grants (version_id, level, benefit, kind, value, unit, period, every) values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    /// <summary>Inserts it, within the connection's transaction.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="catalogue">What it says.</param>
    /// <param name="release">The release behind it; null for a file.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Its key.</returns>
    public static async Task<Guid> InsertAsync(
        NpgsqlConnection connection, BenefitCatalogue catalogue, BenefitRelease? release, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var id = Ids.New();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(InsertSql)
        {
            Parameters =
            {
                CaseBatch.Uuid(id), Typed(catalogue.Version, NpgsqlDbType.Integer), Typed(catalogue.EffectiveFrom, NpgsqlDbType.Date),
                CaseBatch.Text(BenefitCatalogueReader.ChecksumOf(catalogue)),
                Typed(BenefitCatalogueReader.Write(catalogue), NpgsqlDbType.Json),
                CaseBatch.Uuid(release?.MadeBy), CaseBatch.Uuid(release?.RuleChange), CaseBatch.At(at),
            },
        });
        foreach (var (grant, level) in catalogue.Grants.SelectMany(grant => grant.Levels.Select(level => (grant, level))))
            batch.BatchCommands.Add(Row(id, catalogue.FindBenefit(grant.Benefit)!, grant, level));
        await batch.ExecuteNonQueryAsync(ct);
        return id;
    }

    private static NpgsqlBatchCommand Row(Guid id, Benefit benefit, BenefitGrant grant, string level) => new(GrantSql)
    {
        Parameters =
        {
            CaseBatch.Uuid(id), CaseBatch.Text(level), CaseBatch.Text(benefit.Code), CaseBatch.Text(benefit.Kind.ToString()),
            Typed(grant.Value, NpgsqlDbType.Numeric), CaseBatch.Text(grant.Unit.ToString()), CaseBatch.Text(benefit.Period?.ToString()),
            Typed(grant.Every, NpgsqlDbType.Integer),
        },
    };

    private static NpgsqlParameter Typed(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
