using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.TalentCards.Cards;

/// <summary>One of the grounds on which a person holds a card. What its level is worth is read from the card's catalogue version.</summary>
public sealed record CardBasis
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The card.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>What it is.</summary>
    public required BasisKind Kind { get; init; }

    /// <summary>Which one: a code of the table that its kind names.</summary>
    public required string Code { get; init; }

    /// <summary>The card level that it was worth when it was recorded.</summary>
    public required string Level { get; init; }

    /// <summary>The recognition, where it is one.</summary>
    public Guid? RecognitionId { get; init; }

    /// <summary>The uploaded proof, where there is one.</summary>
    public Guid? MaterialId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null: without end.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The day on which it was found to hold no longer.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    internal static SpineTable<CardBasis> Table { get; } = new(
        "card_bases", 67, new SpineTableOptions { Audited = true, LoadOrder = "recorded_at, id" });

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => EndedOn is null && ValidFrom <= day && (ValidTo is not { } last || last >= day);

    /// <summary>It holds no longer.</summary>
    public CardBasis End(DateOnly on) => this with { EndedOn = EndedOn ?? on };

    /// <summary>A basis of a card that is being issued.</summary>
    internal static CardBasis Of(Guid caseId, FoundBasis found, DateOnly today, DateTimeOffset at) => new()
    {
        Id = Ids.New(),
        CaseId = caseId,
        Kind = found.Kind,
        Code = found.Code,
        Level = found.Level,
        RecognitionId = found.RecognitionId,
        MaterialId = found.MaterialId,
        ValidFrom = today,
        ValidTo = found.ValidTo,
        RecordedAt = at,
    };
}
