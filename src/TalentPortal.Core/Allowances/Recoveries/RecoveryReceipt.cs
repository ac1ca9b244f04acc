using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Allowances.Recoveries;

/// <summary>A part of a recovery that came back. Append-only.</summary>
public sealed record RecoveryReceipt
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The allowance.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The recovery.</summary>
    public required Guid RecoveryId { get; init; }

    /// <summary>Yuan.</summary>
    public required decimal Amount { get; init; }

    /// <summary>On which day it came.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Who entered it.</summary>
    public required Guid ByUserId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    internal static SpineTable<RecoveryReceipt> Table { get; } = new("recovery_receipts", 74, new SpineTableOptions { Loaded = false });
}
