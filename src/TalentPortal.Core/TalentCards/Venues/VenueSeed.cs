namespace TalentPortal.Core.TalentCards.Venues;

/// <summary>A venue as the seed data describe it; its unit stands in <c>seed-data/organisations</c>.</summary>
public sealed record VenueSeed
{
    /// <summary>Code of the unit that it is.</summary>
    public required string Organisation { get; init; }

    /// <summary>Code of the kind of venue.</summary>
    public required string Kind { get; init; }

    /// <summary>Degrees north (WGS 84).</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Degrees east (WGS 84).</summary>
    public decimal? Longitude { get; init; }

    /// <summary>What a use without payment is worth, in yuan, by code of the benefit.</summary>
    public IReadOnlyDictionary<string, decimal> Tariffs { get; init; } = new Dictionary<string, decimal>(StringComparer.Ordinal);
}
