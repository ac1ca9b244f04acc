using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.Allowances.Granting;

/// <summary>What a person may be granted.</summary>
/// <param name="CardId">The card that gives it.</param>
/// <param name="Level">The card's level.</param>
/// <param name="CatalogueVersionId">The version that the card was issued under.</param>
/// <param name="Entitlement">What the level gets of the benefit.</param>
public sealed record AllowanceClaim(Guid CardId, string Level, Guid CatalogueVersionId, BenefitEntitlement Entitlement);
