namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>The draft into which something is written.</summary>
/// <param name="Change">The draft that is open; null to begin one.</param>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Says">From when, on what ground, why; null to leave it as the open draft says.</param>
public sealed record BenefitDraft(Guid? Change, int Revision, RuleDraft? Says);
