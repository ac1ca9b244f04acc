using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Codes;

namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>A card that a venue showed to be there.</summary>
/// <param name="CardId">The card.</param>
/// <param name="Code">The code on its holder's phone; null for a printed card whose PIN was right.</param>
/// <param name="Number">The printed number; null for a code.</param>
public sealed record KnownCard(Guid CardId, CardCode? Code, string? Number)
{
    /// <summary>By what it is known.</summary>
    public RedemptionProof Proof => Code is null ? RedemptionProof.Pin : RedemptionProof.Code;

    /// <summary>Whether it is this card still: a printed number dies when it is reported lost, or gives way to another one.</summary>
    public bool Is(TalentCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return Number is null || (card.Number == Number && !card.NumberDead);
    }
}
