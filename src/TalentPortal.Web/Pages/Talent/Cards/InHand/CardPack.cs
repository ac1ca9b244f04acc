namespace TalentPortal.Web.Pages.Talent.Cards.InHand;

/// <summary>What a phone keeps, to show the card without network for a while.</summary>
/// <param name="Now">The portal's time, against which the phone sets its own.</param>
/// <param name="TurnSeconds">How long each code is shown.</param>
/// <param name="Face">What stands on the card.</param>
/// <param name="Codes">The codes of the next turns; the first is good now.</param>
internal sealed record CardPack(DateTimeOffset Now, int TurnSeconds, CardFace Face, IReadOnlyList<ShownCode> Codes);
