using TalentPortal.Core.Catalogue;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.TalentCards.Dues;

/// <summary>Something that somebody qualifies for and has not applied for.</summary>
/// <param name="Item">What is applied for.</param>
/// <param name="Entitlement">What the card gives; null where it is the card itself.</param>
/// <param name="Level">The level that gives it; null where it is the card itself.</param>
public sealed record DueBenefit(ServiceItem Item, BenefitEntitlement? Entitlement, CardLevel? Level);
