using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Allowances.Payments;

/// <summary>Payments that one officer put together and another releases: a case of its own.</summary>
public sealed record PaymentBatch
{
    /// <summary>Key, shared with the batch's case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Where it stands.</summary>
    public PaymentBatchStatus Status { get; init; } = PaymentBatchStatus.Made;

    /// <summary>Instalments due up to this day were taken.</summary>
    public required DateOnly UpTo { get; init; }

    /// <summary>How many payments.</summary>
    public required int Payments { get; init; }

    /// <summary>What goes to the bank, in yuan.</summary>
    public required decimal Total { get; init; }

    /// <summary>Who made it.</summary>
    public required Guid MadeBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who released it: never who made it.</summary>
    public Guid? ReleasedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Who dropped it.</summary>
    public Guid? DroppedBy { get; init; }

    /// <summary>Why it was dropped.</summary>
    public string DropReason { get; init; } = "";

    /// <summary>SHA-256 of the bank's file, in hexadecimal digits, since it was first taken.</summary>
    public string? FileSha256 { get; init; }

    /// <summary>Counts changes.</summary>
    public int Revision { get; init; }

    internal static SpineTable<PaymentBatch> Table { get; } = new("payment_batches", 74,
        new SpineTableOptions { Key = [nameof(CaseId)], Revision = nameof(Revision), Audited = true });

    /// <summary>Somebody else than its maker releases it.</summary>
    public Result<PaymentBatch> Release(Guid by, DateTimeOffset at)
    {
        if (Status is not PaymentBatchStatus.Made) return new BatchNotInState(Status);
        return by == MadeBy ? new BatchIsOwn() : this with { Status = PaymentBatchStatus.Released, ReleasedBy = by, ReleasedAt = at };
    }

    /// <summary>It is given up before its release.</summary>
    public Result<PaymentBatch> Drop(Guid by, string reason) => Status is not PaymentBatchStatus.Made
        ? new BatchNotInState(Status)
        : this with { Status = PaymentBatchStatus.Dropped, DroppedBy = by, DropReason = reason };
}
