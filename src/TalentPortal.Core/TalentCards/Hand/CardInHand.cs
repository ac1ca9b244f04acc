using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Hand;

/// <summary>A card as its holder shows it.</summary>
/// <param name="Card">The card.</param>
/// <param name="Level">Its level, in the version that it keeps.</param>
/// <param name="Name">The holder's name.</param>
/// <param name="Rest">Why it shows no code; <see cref="CardRest.None"/> when it does.</param>
public sealed record CardInHand(TalentCard Card, CardLevel Level, string Name, CardRest Rest)
{
    /// <summary>The number in groups.</summary>
    public string PrintedNumber => CardNumber.Parse(Card.Number).Value.ToString();
}
