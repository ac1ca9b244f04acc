namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>How all conditions of eligibility came out.</summary>
/// <param name="Findings">One a rule, in the item's order.</param>
public sealed record EligibilityResult(IReadOnlyList<EligibilityFinding> Findings)
{
    /// <summary>No as soon as one rule is not met; yes when all are; else unknown.</summary>
    public Truth Outcome =>
        Findings.Any(f => f.Outcome is Truth.No) ? Truth.No
        : Findings.Any(f => f.Outcome is Truth.Unknown) ? Truth.Unknown
        : Truth.Yes;

    /// <summary>The rules that are not met.</summary>
    public IEnumerable<EligibilityFinding> Failed => Findings.Where(f => f.Outcome is Truth.No);
}
