using System.Text.Json.Serialization;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>
/// Levels, benefits and the matrix of both, as one file of <c>seed-data/cards</c> or one release of the talent office says.
/// </summary>
public sealed record BenefitCatalogue
{
    /// <summary>A remark for those who edit the file.</summary>
    [JsonPropertyName("$comment")]
    public string? Comment { get; init; }

    /// <summary>Grows with every version.</summary>
    public required int Version { get; init; }

    /// <summary>The first day on which cards are issued under it.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The document it rests on.</summary>
    public required string Source { get; init; }

    /// <summary>How far it can be trusted, unless a row says otherwise.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Levels, in the order of their display.</summary>
    public required IReadOnlyList<CardLevel> Levels { get; init; }

    /// <summary>Kinds of venues.</summary>
    public required IReadOnlyList<VenueKind> VenueKinds { get; init; }

    /// <summary>What a card may give.</summary>
    public required IReadOnlyList<Benefit> Benefits { get; init; }

    /// <summary>What each level gets.</summary>
    public required IReadOnlyList<BenefitGrant> Grants { get; init; }

    /// <summary>What makes a level.</summary>
    public required IReadOnlyList<BasisRule> Bases { get; init; }

    /// <summary>A level; null where there is none of that code.</summary>
    public CardLevel? FindLevel(string code) => Levels.FirstOrDefault(level => level.Code == code);

    /// <summary>A benefit; null where there is none of that code.</summary>
    public Benefit? FindBenefit(string code) => Benefits.FirstOrDefault(benefit => benefit.Code == code);

    /// <summary>A kind of venue; null where there is none of that code.</summary>
    public VenueKind? FindVenueKind(string code) => VenueKinds.FirstOrDefault(kind => kind.Code == code);

    /// <summary>What a level gets of a benefit; null where it gets nothing.</summary>
    public BenefitGrant? FindGrant(string benefit, string level) =>
        Grants.FirstOrDefault(grant => grant.Benefit == benefit && grant.Levels.Contains(level));

    /// <summary>The level that a basis is worth; null where it is worth none.</summary>
    public CardLevel? LevelOf(BasisKind kind, string code) =>
        Bases.FirstOrDefault(rule => rule.Kind == kind && rule.Code == code) is { } rule ? FindLevel(rule.Level) : null;

    /// <summary>What a level gets on a day, in the order of the catalogue.</summary>
    public IReadOnlyList<BenefitEntitlement> EntitlementsOf(string level, DateOnly day) =>
        [.. from benefit in Benefits
            where benefit.IsValidOn(day)
            let grant = FindGrant(benefit.Code, level)
            where grant is not null
            select new BenefitEntitlement(benefit, grant.Value, grant.Unit, grant.Every, grant.Provenance)];
}
