using TalentPortal.Core.Cases;

namespace TalentPortal.Core.TalentCards.Cards;

/// <summary>
/// A number that a card has or had: it never comes back for another card. One that is not the card's present number is dead.
/// </summary>
public sealed record CardNumberUse
{
    /// <summary>The number.</summary>
    public required string Number { get; init; }

    /// <summary>The card.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>When it was given, UTC.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    internal static SpineTable<CardNumberUse> Table { get; } =
        new("card_numbers", 67, new SpineTableOptions { Key = [nameof(Number)], Loaded = false });
}
