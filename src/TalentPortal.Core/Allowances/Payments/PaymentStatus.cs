namespace TalentPortal.Core.Allowances.Payments;

/// <summary>Where a payment stands.</summary>
public enum PaymentStatus
{
    /// <summary>In a batch that nobody released yet.</summary>
    Planned,

    /// <summary>On its way.</summary>
    Released,

    /// <summary>It arrived.</summary>
    Paid,

    /// <summary>The bank sent it back, at once or after it had arrived: the instalment waits for another account.</summary>
    Returned,

    /// <summary>Its batch was dropped: the instalment is due as before.</summary>
    Dropped,
}
