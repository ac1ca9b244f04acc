namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>A case that changes side.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Item">Code of its item.</param>
/// <param name="Before">Verdict or level now.</param>
/// <param name="After">Verdict or level with the change.</param>
/// <param name="IsTableOnly">Whether only the score table says so, while the panel's scores decide and stay.</param>
/// <param name="Criteria">Why.</param>
public sealed record ChangedCase(
    Guid CaseId, string Item, string Before, string After, bool IsTableOnly, IReadOnlyList<ReplayCriterion> Criteria);
