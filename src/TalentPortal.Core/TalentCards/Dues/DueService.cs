using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.TalentCards.Dues;

/// <summary>How somebody stands to the rules of a service item, by answers given before.</summary>
/// <param name="Item">The item.</param>
/// <param name="Result">What the rules say of those answers today: unknown where something was never answered.</param>
/// <param name="AnsweredOn">The day of the answers.</param>
public sealed record DueService(ServiceItem Item, EligibilityResult Result, DateOnly AnsweredOn)
{
    /// <summary>Whether all conditions hold by those answers.</summary>
    public bool Qualifies => Result.Outcome is Truth.Yes;

    /// <summary>How many conditions hold by those answers.</summary>
    public int Met => Result.Findings.Count(finding => finding.Outcome is Truth.Yes);
}
