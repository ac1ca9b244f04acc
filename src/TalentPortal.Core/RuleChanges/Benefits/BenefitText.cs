using TalentPortal.Core.RuleChanges.Benefits.Entries;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>All that a change of the benefit catalogue says.</summary>
/// <param name="Steps">Fields by path, laid over the catalogue with the entries.</param>
/// <param name="Entries">Entries that are added, worded otherwise or retired.</param>
public sealed record BenefitText(IReadOnlyDictionary<string, BenefitStep> Steps, BenefitEntries Entries)
{
    /// <summary>Says nothing.</summary>
    public static BenefitText Empty { get; } = new(new Dictionary<string, BenefitStep>(StringComparer.Ordinal), BenefitEntries.None);

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => Steps.Count == 0 && Entries.IsEmpty;
}
