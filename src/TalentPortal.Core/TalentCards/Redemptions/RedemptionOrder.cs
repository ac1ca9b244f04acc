namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>What a venue asks.</summary>
/// <param name="Benefit">Which benefit is used.</param>
public sealed record RedemptionOrder(string Benefit)
{
    /// <summary>The full price in yuan, where the benefit is a part of it.</summary>
    public decimal? Price { get; init; }

    /// <summary>When it was scanned, where the venue had no network then; null: now.</summary>
    public DateTimeOffset? ScannedOfflineAt { get; init; }

    /// <summary>
    /// Who scanned, where somebody who answers for the venue hands it in for an account that does not sign in any more; null: whoever asks.
    /// </summary>
    public Guid? ScannedBy { get; init; }
}

/// <summary>What the venue is told of a use: nothing about the person.</summary>
/// <param name="Id">The use.</param>
/// <param name="Level">Code of the level.</param>
/// <param name="Benefit">Code of the benefit.</param>
/// <param name="Left">How many uses the period has left; null where they are not limited.</param>
/// <param name="Waived">What the holder does not pay, in yuan.</param>
public sealed record RedemptionReceipt(Guid Id, string Level, string Benefit, int? Left, decimal Waived);
