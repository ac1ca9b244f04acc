using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Handling;

namespace TalentPortal.Core.TalentCards.Following;

/// <summary>
/// What becomes of a card whose grounds changed: the best ground left gives the level; without one the card rests, or is over.
/// </summary>
/// <param name="Basis">The ground that gives the level; null where none does.</param>
/// <param name="Level">That level.</param>
/// <param name="Deed">What happens beside: suspended, resumed, cancelled; null for nothing.</param>
internal sealed record CardProspect(CardBasis? Basis, CardLevel? Level, CardActionKind? Deed)
{
    /// <summary>The day on which the card comes to end, where its ground ends before it; null where its end stays.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Looks ahead.</summary>
    /// <param name="card">The card.</param>
    /// <param name="bases">Its grounds, as they are after the change.</param>
    /// <param name="catalogue">Its catalogue.</param>
    /// <param name="today">The day.</param>
    /// <param name="standing">What is known beside.</param>
    public static CardProspect Of(
        TalentCard card, IEnumerable<CardBasis> bases, BenefitCatalogue catalogue, DateOnly today, CardStanding standing)
    {
        if (CardStatuses.Final.Contains(card.Status)) return new CardProspect(null, null, null);
        if (CardGrounds.Best(bases, catalogue, today) is var (basis, level))
            return new CardProspect(basis, level,
                card.Status is CardStatus.Suspended && standing.IsPausedByPortal ? CardActionKind.Resumed : null);
        var ends = standing.HasPausedGround ? CardStatus.Suspended : CardStatus.Cancelled;
        if (!card.Status.MayBecome(ends)) return new CardProspect(null, null, null);
        return new CardProspect(null, null, ends is CardStatus.Suspended ? CardActionKind.Suspended : CardActionKind.Cancelled);
    }

    /// <summary>The same with the card's end, where it has to follow its ground's.</summary>
    public CardProspect EndingWith(TalentCard card, CardEnds ends, DateOnly today) =>
        Basis is null ? this : this with { EndsOn = ends.Sooner(card, Basis, today) };

    /// <summary>Whether the card changes at all.</summary>
    public bool IsChange(TalentCard card) => Deed is not null || EndsOn is not null || ChangesGround(card);

    /// <summary>Whether another ground gives the level, or gives another one.</summary>
    public bool ChangesGround(TalentCard card) => Basis is not null && (Basis.Id != card.BasisId || Level!.Code != card.Level);

    /// <summary>The card as it then is.</summary>
    public Result<TalentCard> Apply(TalentCard card, DateOnly today)
    {
        var levelled = ChangesGround(card) ? card.ChangeLevel(Level!.Code, Basis!.Id) : card;
        if (!levelled.Succeeded) return levelled;
        var ended = EndsOn is { } last ? levelled.Value.EndBy(last) : levelled.Value;
        return Deed switch
        {
            CardActionKind.Suspended => ended.Suspend(),
            CardActionKind.Resumed => ended.Resume(today),
            CardActionKind.Cancelled => ended.Cancel(),
            _ => ended,
        };
    }
}
