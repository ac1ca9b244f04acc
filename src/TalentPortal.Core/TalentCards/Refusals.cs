using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards;

/// <summary>What was typed has not the shape of a card number.</summary>
public sealed record CardNumberWrongShape : Refusal;

/// <summary>The last character of a card number does not fit the rest.</summary>
public sealed record CardNumberWrongCheck : Refusal;

/// <summary>The card's life does not lead there.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Wanted">Where it was to go.</param>
public sealed record CardNotInState(CardStatus Status, CardStatus Wanted) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Status, Wanted];
}

/// <summary>The card has this level on this ground already.</summary>
public sealed record CardLevelUnchanged : Refusal;

/// <summary>The card lasts that long already.</summary>
/// <param name="ExpiresOn">Its last day.</param>
public sealed record CardLastsAlready(DateOnly ExpiresOn) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [ExpiresOn];
}

/// <summary>The card is stopped, or over.</summary>
public sealed record CardStoppedAlready : Refusal;

/// <summary>The card is not stopped.</summary>
public sealed record CardNotStopped : Refusal;

/// <summary>The person holds a card already.</summary>
public sealed record CardHeldAlready : Refusal;

