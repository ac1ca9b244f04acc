using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Parties;

/// <summary>A unit: a subject of cases, a place where roles are held, or both.</summary>
public sealed record Organisation
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The district it belongs to.</summary>
    public required short DistrictId { get; init; }

    /// <summary>Natural key, by which seed-data and definitions name it.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public required OrganisationKind Kind { get; init; }

    /// <summary>Chinese name.</summary>
    public required string NameZh { get; init; }

    /// <summary>English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>The unit above it.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>GB/T 2260 code (6 digits), town code (9) or village code (12).</summary>
    public string? RegionCode { get; init; }

    /// <summary>GB 32100 code.</summary>
    public string? UnifiedSocialCreditCode { get; init; }

    /// <summary>Government or party: decides which appeal a refusal names. Null where the unit decides nothing.</summary>
    public string? DecidingBodyKind { get; init; }

    /// <summary>Address, phone and hours, as JSON.</summary>
    public string Contact { get; init; } = "{}";

    /// <summary>Where the record comes from; <c>default-unverified</c> where it was made up.</summary>
    public required string Provenance { get; init; }

    /// <summary>First day of its existence.</summary>
    public required DateOnly ActiveFrom { get; init; }

    /// <summary>Last day; null while it exists.</summary>
    public DateOnly? ActiveTo { get; init; }

    /// <summary>One first met in a case is added with it.</summary>
    internal static SpineTable<Organisation> Table { get; } = new(
        "organisations", 6, new SpineTableOptions { Loaded = false, Jsonb = [nameof(Contact)] });
}
