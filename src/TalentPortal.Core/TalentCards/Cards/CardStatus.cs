using System.Collections.Frozen;

namespace TalentPortal.Core.TalentCards.Cards;

/// <summary>Where a card is in its life.</summary>
public enum CardStatus
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>Out of use for a while, by the office.</summary>
    Suspended,

    /// <summary>Its holder reported it lost: its number is dead, a new one is awaited.</summary>
    Lost,

    /// <summary>Its last day passed without renewal.</summary>
    Expired,

    /// <summary>Over for good.</summary>
    Cancelled,
}

/// <summary>The whole life on one screen: what may follow what, and the named sets. A card's number is replaced, never the card.</summary>
public static class CardStatuses
{
    /// <summary>Status → the statuses that may follow it.</summary>
    public static FrozenDictionary<CardStatus, FrozenSet<CardStatus>> Transitions { get; } =
        new Dictionary<CardStatus, FrozenSet<CardStatus>>
        {
            [CardStatus.Active] = Set([CardStatus.Suspended, CardStatus.Lost, CardStatus.Expired, CardStatus.Cancelled]),
            [CardStatus.Suspended] = Set([CardStatus.Active, CardStatus.Lost, CardStatus.Expired, CardStatus.Cancelled]),
            [CardStatus.Lost] = Set([CardStatus.Active, CardStatus.Suspended, CardStatus.Expired, CardStatus.Cancelled]),
            [CardStatus.Expired] = Set([CardStatus.Active, CardStatus.Lost, CardStatus.Cancelled]),
        }.ToFrozenDictionary();

    /// <summary>Gives benefits, while it is not stopped.</summary>
    public static FrozenSet<CardStatus> InUse { get; } = Set([CardStatus.Active]);

    /// <summary>The holder has this card; there is no second one beside it.</summary>
    public static FrozenSet<CardStatus> Held { get; } = Set([CardStatus.Active, CardStatus.Suspended, CardStatus.Lost, CardStatus.Expired]);

    /// <summary>Gives nothing now, and may again.</summary>
    public static FrozenSet<CardStatus> Resting { get; } = Set([CardStatus.Suspended, CardStatus.Lost, CardStatus.Expired]);

    /// <summary>Over for good.</summary>
    public static FrozenSet<CardStatus> Final { get; } = Set([CardStatus.Cancelled]);

    /// <summary>Whether one may follow the other.</summary>
    public static bool MayBecome(this CardStatus from, CardStatus to) => Transitions.TryGetValue(from, out var next) && next.Contains(to);

    private static FrozenSet<CardStatus> Set(CardStatus[] statuses) => statuses.ToFrozenSet();
}
