using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.TalentCards.Cards;

/// <summary>
/// How often a card was used, benefit by benefit, in the period that a day lies in. Whoever keeps redemptions registers it; pages that find
/// none show limits without what is left.
/// </summary>
/// <param name="cardId">The card's case.</param>
/// <param name="issuedOn">When the card was issued: years count from it (<see cref="BenefitEntitlement.PeriodOf"/>).</param>
/// <param name="entitlements">What the card gives.</param>
/// <param name="on">The day.</param>
/// <param name="ct">Cancels.</param>
/// <returns>Uses by code of the benefit; a benefit that was not used may be missing.</returns>
public delegate Task<IReadOnlyDictionary<string, int>> CardUses(
    Guid cardId, DateOnly issuedOn, IReadOnlyList<BenefitEntitlement> entitlements, DateOnly on, CancellationToken ct);
