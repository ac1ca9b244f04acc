using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>The venue is not one at which the account may scan.</summary>
public sealed record VenueNotYours : Refusal;

/// <summary>A use is handed in for an account that never worked at the venue, or by somebody who does not answer for it.</summary>
public sealed record ScannerNotOfVenue : Refusal;

/// <summary>There is no such card.</summary>
public sealed record CardUnknown : Refusal;

/// <summary>The card gives nothing now; why, its holder knows and the venue need not.</summary>
public sealed record CardNotUsable : Refusal;

/// <summary>The code was used before: it is good for one use.</summary>
public sealed record CardCodeUsed : Refusal;

/// <summary>The card's level does not get the benefit.</summary>
public sealed record BenefitNotOfLevel : Refusal;

/// <summary>The benefit is not had at this kind of venue.</summary>
public sealed record BenefitNotHere : Refusal;

/// <summary>The holder has not agreed to this venue checking the card, or took it back.</summary>
public sealed record VenueWithoutConsent : Refusal;

/// <summary>The period has no use left.</summary>
public sealed record NothingLeft : Refusal;

/// <summary>Another benefit of the same group was used in the period.</summary>
public sealed record BenefitExcluded : Refusal;

/// <summary>The benefit is a part of the price, and the price is missing, not above zero, finer than a fen or too high.</summary>
/// <param name="Highest">The highest price in yuan.</param>
public sealed record PriceNotPossible(decimal Highest) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Highest];
}

/// <summary>What was scanned without network is handed in too late, or its time is to come.</summary>
/// <param name="Hours">Within how many hours it has to be handed in.</param>
public sealed record OfflineTooLate(int Hours) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Hours];
}

/// <summary>A printed card's PIN can't be checked without network.</summary>
public sealed record PrintedCardOffline : Refusal;

/// <summary>The account scanned too much that was no good card: it waits.</summary>
/// <param name="Minutes">How long failures are counted.</param>
public sealed record ScanningLocked(int Minutes) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Minutes];
}

/// <summary>There is no such use at the account's venues.</summary>
public sealed record RedemptionUnknown : Refusal;

/// <summary>The use was taken back, or somebody asked for it.</summary>
public sealed record ReversalAskedAlready : Refusal;

/// <summary>Nobody asked to take the use back, or it is decided.</summary>
public sealed record ReversalNotAsked : Refusal;

/// <summary>Who asked cannot agree.</summary>
public sealed record ReversalByOneself : Refusal;

/// <summary>A reason is missing or too long.</summary>
/// <param name="Longest">Most characters.</param>
public sealed record ReversalReasonMissing(int Longest) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Longest];
}
