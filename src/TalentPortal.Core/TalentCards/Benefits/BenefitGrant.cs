using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>A row of the matrix: what levels get of a benefit.</summary>
public sealed record BenefitGrant
{
    /// <summary>Which benefit.</summary>
    public required string Benefit { get; init; }

    /// <summary>Codes of the levels that get just this.</summary>
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>How much; null: without limit, or nothing to count.</summary>
    public decimal? Value { get; init; }

    /// <summary>What the value counts.</summary>
    public BenefitUnit Unit { get; init; } = BenefitUnit.None;

    /// <summary>Over how many periods the value is had: 2 with a year means every other year.</summary>
    public int Every { get; init; } = 1;

    /// <summary>How far it can be trusted.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The document or article behind it.</summary>
    public required string Source { get; init; }
}
