using TalentPortal.Core.Cases;

namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>Where the wish to take a use back stands.</summary>
public enum ReversalStatus
{
    /// <summary>Somebody asked.</summary>
    Asked,

    /// <summary>Somebody else agreed: the use counts no longer.</summary>
    Agreed,

    /// <summary>Somebody else declined: the use stands.</summary>
    Declined,
}

/// <summary>A use is taken back by two people: one asks, another one decides.</summary>
public sealed record Reversal
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The card.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Which use.</summary>
    public required Guid RedemptionId { get; init; }

    /// <summary>Where it stands.</summary>
    public ReversalStatus Status { get; init; } = ReversalStatus.Asked;

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid AskedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    internal static SpineTable<Reversal> Table { get; } = new(
        "reversals", 72, new SpineTableOptions { Audited = true, LoadOrder = "asked_at, id" });
}
