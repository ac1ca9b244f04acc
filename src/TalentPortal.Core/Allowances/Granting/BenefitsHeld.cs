using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Allowances.Granting;

/// <summary>
/// Codes of the benefits that a person has at the moment and that are more than the use of a card: an allowance, an apartment. Each room
/// that gives one registers its own; what shares an exclusion group with any of them is refused.
/// </summary>
/// <param name="work">The case at hand.</param>
/// <param name="personId">The person.</param>
/// <param name="ct">Cancels.</param>
public delegate Task<IReadOnlyList<string>> BenefitsHeld(CaseWork work, Guid personId, CancellationToken ct);
