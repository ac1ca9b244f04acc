using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards.Codes;

namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>
/// All versions in memory, read from the database: a portal that meets a version it does not know, because another portal published it,
/// reads them again.
/// </summary>
public sealed class BenefitCatalogues(NpgsqlDataSource database, CodeTables codes, PortalTimeZone zone)
{
    /// <summary>The code table by which forms ask which allowance is meant.</summary>
    public const string AllowanceCodes = "allowance-benefits";

    private const string LoadSql = "select id, checksum, content, made_by, published_at, rule_change_id from benefit_catalogue_versions order by effective_from, version";

    private volatile IReadOnlyList<BenefitCatalogueVersion> all = [];

    /// <summary>Every version, the one that holds latest last.</summary>
    public IReadOnlyList<BenefitCatalogueVersion> All => all;

    /// <summary>The version under which a card is issued today.</summary>
    public BenefitCatalogueVersion Current => InForce(zone.Today)
        ?? throw new InvalidOperationException("No version of the benefit catalogue holds today.");

    /// <summary>The version under which a card was issued on a day; null before the first one.</summary>
    public BenefitCatalogueVersion? InForce(DateOnly on) => all.LastOrDefault(version => version.Catalogue.EffectiveFrom <= on);

    /// <summary>A version that is known to be in memory, for lists; null otherwise.</summary>
    public BenefitCatalogueVersion? Known(Guid id) => all.FirstOrDefault(version => version.Id == id);

    /// <summary>A version that a card keeps.</summary>
    /// <exception cref="InvalidOperationException">The database does not have it.</exception>
    public async ValueTask<BenefitCatalogueVersion> VersionAsync(Guid id, CancellationToken ct)
    {
        if (Known(id) is { } known) return known;
        await LoadAsync(ct);
        return Known(id) ?? throw new InvalidOperationException($"There is no version {id} of the benefit catalogue.");
    }

    /// <summary>Reads all versions.</summary>
    /// <exception cref="SeedException">A stored version can no longer be read.</exception>
    public async Task LoadAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(LoadSql);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var versions = new List<BenefitCatalogueVersion>();
        while (await rows.ReadAsync(ct))
        {
            versions.Add(Known(rows.GetGuid(0)) ?? new BenefitCatalogueVersion(rows.GetGuid(0), BenefitCatalogueReader.Read(rows.GetString(2), "benefit_catalogue_versions"),
                rows.GetString(1), rows.GetFieldValue<Guid?>(3), rows.GetFieldValue<DateTimeOffset>(4), rows.GetFieldValue<Guid?>(5)));
        }

        all = versions;
        codes.Follow(AllowanceCodes, Allowances(versions));
    }

    /// <summary>
    /// What any version gives as an allowance, as its newest version calls it: a card keeps its version, so that it may give what newer ones
    /// don't; whether it does is asked of the card.
    /// </summary>
    private static List<CodeItem> Allowances(IEnumerable<BenefitCatalogueVersion> versions) =>
    [
        .. from version in versions.Reverse()
           from benefit in version.Catalogue.Benefits
           where benefit.Kind is BenefitKind.Allowance
           group benefit by benefit.Code into named
           let newest = named.First()
           select new CodeItem { Code = newest.Code, Zh = newest.Name.Zh, En = newest.Name.En },
    ];
}
