using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.Allowances.Standing;

/// <summary>What an allowance asks of its card.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Level">Its level.</param>
/// <param name="ExpiresOn">Its last day.</param>
/// <param name="CancelledOn">The day on which it was cancelled; null while it is not.</param>
public sealed record CardStanding(CardStatus Status, string Level, DateOnly ExpiresOn, DateOnly? CancelledOn)
{
    /// <summary>The last day on which it gives anything, as far as is known.</summary>
    public DateOnly LastDay => CancelledOn is { } cancelled && cancelled < ExpiresOn ? cancelled : ExpiresOn;
}
