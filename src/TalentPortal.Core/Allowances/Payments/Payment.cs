using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Allowances.Payments;

/// <summary>
/// One instalment in a batch. Where it goes is put down at the release and stays, whatever account the holder names later.
/// </summary>
public sealed record Payment
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The batch.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Its place in the batch, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>The allowance.</summary>
    public required Guid AllowanceId { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly PeriodFrom { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly PeriodTo { get; init; }

    /// <summary>What the period is worth, in yuan.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The recovery for which a part is kept back.</summary>
    public Guid? RecoveryId { get; init; }

    /// <summary>What is kept back, in yuan.</summary>
    public decimal SetOff { get; init; }

    /// <summary>Where it stands.</summary>
    public PaymentStatus Status { get; init; } = PaymentStatus.Planned;

    /// <summary>Whose account it goes to.</summary>
    public string? Payee { get; init; }

    /// <summary>Name of the bank.</summary>
    public string? Bank { get; init; }

    /// <summary>The account, encrypted.</summary>
    public byte[]? AccountCipher { get; init; }

    /// <summary>The account as shown.</summary>
    public string? AccountMasked { get; init; }

    /// <summary>Which account of the allowance it was.</summary>
    public int? AccountVersion { get; init; }

    /// <summary>On which day it arrived or came back.</summary>
    public DateOnly? SettledOn { get; init; }

    /// <summary>On which day it had arrived, where it came back after.</summary>
    public DateOnly? ArrivedOn { get; init; }

    /// <summary>Why it came back.</summary>
    public string ReturnReason { get; init; } = "";

    /// <summary>Counts changes.</summary>
    public int Revision { get; init; }

    internal static SpineTable<Payment> Table { get; } = new("payments", 75, new SpineTableOptions
    {
        Revision = nameof(Revision),
        Audited = true,
        LoadOrder = "place",
    });

    /// <summary>What goes to the bank, in yuan.</summary>
    public decimal Net => Amount - SetOff;

    /// <summary>Whether the bank may still send it back.</summary>
    public bool MayReturn => Status is PaymentStatus.Released or PaymentStatus.Paid;

    /// <summary>The bank sent it back, before or after it had arrived.</summary>
    public Payment Return(DateOnly on, string reason) =>
        this with { Status = PaymentStatus.Returned, SettledOn = on, ArrivedOn = SettledOn, ReturnReason = reason };
}
