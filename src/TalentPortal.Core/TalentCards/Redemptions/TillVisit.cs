using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>Somebody stands at a venue's till with a card.</summary>
/// <param name="Staff">Whose account it is.</param>
/// <param name="VenueId">Which venue.</param>
/// <param name="Shown">The card.</param>
/// <param name="Operation">The operation.</param>
public sealed record TillVisit(Actor Staff, Guid VenueId, ShownCard Shown, Operation Operation);
