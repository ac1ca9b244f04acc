using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Allowances.Recoveries;

/// <summary>Money of an allowance that is to be paid back. What is left of it is counted from what came back, never kept.</summary>
public sealed record Recovery
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The allowance.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>On what ground.</summary>
    public required RecoveryGround Ground { get; init; }

    /// <summary>Yuan.</summary>
    public required decimal Amount { get; init; }

    /// <summary>First day of the period that should not have been paid; null where it is no single one.</summary>
    public DateOnly? PeriodFrom { get; init; }

    /// <summary>Why, as its holder reads it.</summary>
    public required string Reason { get; init; }

    /// <summary>The case that decided it, where there is one: it claims once.</summary>
    public Guid? SourceCaseId { get; init; }

    /// <summary>By when.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Who claimed it; null for the portal, after a signed decision.</summary>
    public Guid? ClaimedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>Who decided that it is kept back from later instalments; null while nobody did.</summary>
    public Guid? SetOffBy { get; init; }

    /// <summary>When that was decided, UTC.</summary>
    public DateTimeOffset? SetOffAt { get; init; }

    /// <summary>Why it is kept back.</summary>
    public string SetOffReason { get; init; } = "";

    /// <summary>Counts changes.</summary>
    public int Revision { get; init; }

    internal static SpineTable<Recovery> Table { get; } = new("recoveries", 73, new SpineTableOptions
    {
        Revision = nameof(Revision),
        Audited = true,
        LoadOrder = "claimed_at, id",
    });
}
