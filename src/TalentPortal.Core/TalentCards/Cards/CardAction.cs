using TalentPortal.Core.Cases;

namespace TalentPortal.Core.TalentCards.Cards;

/// <summary>What was done with a card, by whom and why. Append-only; holder and office read it as the card's history.</summary>
public sealed record CardAction
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The card.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>What.</summary>
    public required CardActionKind Kind { get; init; }

    /// <summary>Who; null for the portal itself.</summary>
    public Guid? ByUserId { get; init; }

    /// <summary>Why, in the actor's words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The level before.</summary>
    public string? LevelBefore { get; init; }

    /// <summary>The level after.</summary>
    public string? LevelAfter { get; init; }

    /// <summary>The status after.</summary>
    public required CardStatus Status { get; init; }

    /// <summary>The last day after; null where it was not put down at the time.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset ActedAt { get; init; }

    internal static SpineTable<CardAction> Table { get; } = new("card_actions", 68, new SpineTableOptions { Loaded = false });
}
