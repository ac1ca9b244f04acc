using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>What follows when an entry is retired.</summary>
public sealed record RetirementView
{
    /// <summary>Cards of the level, or that give the benefit, today: they keep it until they are renewed.</summary>
    public int Cards { get; init; }

    /// <summary>
    /// Allowances of the benefit that are being paid: they run on to the end of their decision, or until the card gets another level.
    /// </summary>
    public int Allowances { get; init; }

    /// <summary>Open venues of the kind.</summary>
    public int Venues { get; init; }

    /// <summary>What holders would get at the next issue; null for a kind of venue.</summary>
    public BenefitTally? Tally { get; init; }

    /// <summary>Grounds that give the level.</summary>
    public IReadOnlyList<BasisRule> Grounds { get; init; } = [];
}
