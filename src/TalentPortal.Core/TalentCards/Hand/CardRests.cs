using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Hand;

/// <summary>Says why a card rests.</summary>
public static class CardRests
{
    /// <summary>
    /// The reason that concerns its holder first; <see cref="CardRest.None"/> exactly when the card is usable on that day.
    /// </summary>
    public static CardRest RestOn(this TalentCard card, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card switch
        {
            { Status: CardStatus.Cancelled } => CardRest.Cancelled,
            { StoppedAt: not null } => CardRest.Stopped,
            { NumberDead: true } or { Status: CardStatus.Lost } => CardRest.Lost,
            { Status: CardStatus.Suspended } => CardRest.Suspended,
            { Status: CardStatus.Expired } => CardRest.Expired,
            _ => day > card.ExpiresOn ? CardRest.Expired : CardRest.None,
        };
    }
}
