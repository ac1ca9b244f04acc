namespace TalentPortal.Core.Allowances.Payments;

/// <summary>Where a batch stands.</summary>
public enum PaymentBatchStatus
{
    /// <summary>Made; somebody else releases it.</summary>
    Made,

    /// <summary>Released: the bank's file may be taken.</summary>
    Released,

    /// <summary>Of every payment it is known whether it arrived.</summary>
    Settled,

    /// <summary>Dropped before its release.</summary>
    Dropped,
}
