using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Queries;

/// <summary>A card with all that its holder and the office see of it.</summary>
public sealed record CardView
{
    /// <summary>The card.</summary>
    public required TalentCard Card { get; init; }

    /// <summary>The holder's name.</summary>
    public required string Name { get; init; }

    /// <summary>The holder's citizen number, masked.</summary>
    public string? CitizenIdMasked { get; init; }

    /// <summary>The version that it was issued under.</summary>
    public required BenefitCatalogue Catalogue { get; init; }

    /// <summary>Its level.</summary>
    public required CardLevel Level { get; init; }

    /// <summary>Its grounds, the one that gives the level first.</summary>
    public required IReadOnlyList<CardBasis> Bases { get; init; }

    /// <summary>What it gives, and how often each was used in its period; null where nobody counts.</summary>
    public required IReadOnlyList<(BenefitEntitlement Entitlement, int? Uses)> Benefits { get; init; }

    /// <summary>What was done with it, the newest first; with the name of who did it.</summary>
    public required IReadOnlyList<(CardAction Action, string? By)> History { get; init; }
}
