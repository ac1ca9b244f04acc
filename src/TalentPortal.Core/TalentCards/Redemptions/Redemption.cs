using TalentPortal.Core.Cases;

namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>
/// One use of a benefit at a venue. Append-only but for <see cref="Reversed"/>, which an agreed <see cref="Reversal"/> sets.
/// </summary>
public sealed record Redemption
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The card.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Where.</summary>
    public required Guid VenueId { get; init; }

    /// <summary>Code of the benefit.</summary>
    public required string Benefit { get; init; }

    /// <summary>Code of the card's level then.</summary>
    public required string Level { get; init; }

    /// <summary>By what the card was known.</summary>
    public required RedemptionProof Proof { get; init; }

    /// <summary>The number of the code, which is used once; null with a PIN.</summary>
    public long? CodeOnce { get; init; }

    /// <summary>First day of the period it counts in.</summary>
    public required DateOnly PeriodFrom { get; init; }

    /// <summary>Which one of the period's it is, from 1; null where uses are not limited.</summary>
    public int? Place { get; init; }

    /// <summary>The full price in yuan; null where nothing is paid.</summary>
    public decimal? Price { get; init; }

    /// <summary>What the holder did not have to pay, in yuan.</summary>
    public required decimal Waived { get; init; }

    /// <summary>Whether the venue had no network and handed it in later.</summary>
    public required bool IsOffline { get; init; }

    /// <summary>When it was scanned, UTC.</summary>
    public required DateTimeOffset ScannedAt { get; init; }

    /// <summary>When the portal took it, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The local day of the scan.</summary>
    public required DateOnly RedeemedOn { get; init; }

    /// <summary>Who scanned.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>Who of those that answer for the venue handed it in for whoever scanned; null where that was the same account.</summary>
    public Guid? HandedInBy { get; init; }

    /// <summary>Whether it was taken back: it counts no longer.</summary>
    public bool Reversed { get; init; }

    // Not loaded with the lock: a card may have hundreds. What was redeemed stands in the audit's facts.
    internal static SpineTable<Redemption> Table { get; } = new("redemptions", 70, new SpineTableOptions { Loaded = false });
}
