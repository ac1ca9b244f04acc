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

/// <summary>What is done with a card needs a reason.</summary>
/// <param name="Most">Most characters.</param>
public sealed record CardReasonMissing(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>Nobody handles their own card.</summary>
public sealed record CardIsOwn : Refusal;

/// <summary>The signed-in person holds no card.</summary>
public sealed record CardNotHeld : Refusal;

/// <summary>Nothing gives the card a level any more.</summary>
public sealed record CardWithoutBasis : Refusal;

/// <summary>The ground that was named is none.</summary>
public sealed record CardBasisUnknown : Refusal;

/// <summary>It is too early to renew the card.</summary>
/// <param name="From">The first day.</param>
public sealed record CardRenewalTooEarly(DateOnly From) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [From];
}

/// <summary>An officer changed the card meanwhile.</summary>
public sealed record CardChangedElsewhere : Refusal;

/// <summary>There is no such kind of venue.</summary>
public sealed record VenueKindUnknown : Refusal;
