using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Cards;

/// <summary>
/// A person's card: a case of its own, so that whatever concerns it locks the card and nothing else. It outlives its numbers: a lost
/// number dies, the card with its uses and bases goes on under a new one.
/// </summary>
public sealed record TalentCard
{
    /// <summary>Key, shared with the card's case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The application that asked for it.</summary>
    public required Guid ApplicationCaseId { get; init; }

    /// <summary>The number it has now, without blanks.</summary>
    public required string Number { get; init; }

    /// <summary>Whether that number was reported lost and works no longer.</summary>
    public bool NumberDead { get; init; }

    /// <summary>Code of its level in <see cref="CatalogueVersionId"/>.</summary>
    public required string Level { get; init; }

    /// <summary>The basis that gives the level.</summary>
    public required Guid BasisId { get; init; }

    /// <summary>The version of the benefit catalogue that it was issued under.</summary>
    public required Guid CatalogueVersionId { get; init; }

    /// <summary>Where it stands.</summary>
    public CardStatus Status { get; init; } = CardStatus.Active;

    /// <summary>First day; years of benefits count from it.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>The holder's photo: a material of the application.</summary>
    public Guid? PhotoMaterialId { get; init; }

    /// <summary>When it was stopped at once and everywhere, UTC; null while it is not.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Counts changes; two officers who edit at once are told.</summary>
    public int Revision { get; init; }

    internal static SpineTable<TalentCard> Table { get; } = new("talent_cards", 66,
        new SpineTableOptions { Key = [nameof(CaseId)], Revision = nameof(Revision), Audited = true });

    /// <summary>Whether it gives benefits on a day.</summary>
    public bool IsUsableOn(DateOnly day) => CardStatuses.InUse.Contains(Status) && StoppedAt is null && !NumberDead && day <= ExpiresOn;

    /// <summary>The office puts it out of use for a while.</summary>
    public Result<TalentCard> Suspend() => Become(CardStatus.Suspended);

    /// <summary>The office puts it back: what happened to it meanwhile counts.</summary>
    public Result<TalentCard> Resume(DateOnly on) =>
        Status is CardStatus.Suspended ? Become(AtRest(on)) : new CardNotInState(Status, CardStatus.Active);

    /// <summary>The number is lost and dies at once; a suspended card stays suspended.</summary>
    public Result<TalentCard> ReportLost() => Status switch
    {
        CardStatus.Active => this with { Status = CardStatus.Lost, NumberDead = true },
        CardStatus.Suspended or CardStatus.Expired when !NumberDead => this with { NumberDead = true },
        _ => new CardNotInState(Status, CardStatus.Lost),
    };

    /// <summary>A new number takes the place of the old one, which is dead from now on.</summary>
    public Result<TalentCard> Replace(CardNumber number, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (CardStatuses.Final.Contains(Status)) return new CardNotInState(Status, CardStatus.Active);
        var renumbered = this with { Number = number.Value, NumberDead = false };
        return Status is CardStatus.Lost ? renumbered.Become(renumbered.AtRest(on)) : renumbered;
    }

    /// <summary>Another basis gives another level, under the same catalogue version.</summary>
    public Result<TalentCard> ChangeLevel(string level, Guid basisId)
    {
        if (CardStatuses.Final.Contains(Status)) return new CardNotInState(Status, Status);
        return level == Level && basisId == BasisId ? new CardLevelUnchanged() : this with { Level = level, BasisId = basisId };
    }

    /// <summary>It lasts longer. One that has expired is in use again, unless its number is dead.</summary>
    public Result<TalentCard> Renew(DateOnly expiresOn, Guid catalogueVersionId, DateOnly on)
    {
        if (CardStatuses.Final.Contains(Status)) return new CardNotInState(Status, CardStatus.Active);
        if (expiresOn <= ExpiresOn) return new CardLastsAlready(ExpiresOn);
        var renewed = this with { ExpiresOn = expiresOn, CatalogueVersionId = catalogueVersionId };
        return Status is CardStatus.Expired ? renewed.Become(renewed.AtRest(on)) : renewed;
    }

    /// <summary>It ends on a day, unless it ends before.</summary>
    public TalentCard EndBy(DateOnly last) => last < ExpiresOn ? this with { ExpiresOn = last } : this;

    /// <summary>Its last day passed; a suspended or lost one keeps its status until it is looked at again.</summary>
    public Result<TalentCard> Expire(DateOnly on) =>
        Status is CardStatus.Active && on > ExpiresOn ? Become(CardStatus.Expired) : new CardNotInState(Status, CardStatus.Expired);

    /// <summary>It is over for good.</summary>
    public Result<TalentCard> Cancel() => Become(CardStatus.Cancelled);

    /// <summary>Holder or office stop it at once and everywhere, whatever else it is.</summary>
    public Result<TalentCard> Stop(DateTimeOffset at) =>
        CardStatuses.Final.Contains(Status) || StoppedAt is not null ? new CardStoppedAlready() : this with { StoppedAt = at };

    /// <summary>The stop is lifted.</summary>
    public Result<TalentCard> LiftStop() => StoppedAt is null ? new CardNotStopped() : this with { StoppedAt = null };

    private CardStatus AtRest(DateOnly on) => NumberDead ? CardStatus.Lost : on > ExpiresOn ? CardStatus.Expired : CardStatus.Active;

    private Result<TalentCard> Become(CardStatus next) =>
        Status.MayBecome(next) ? this with { Status = next } : new CardNotInState(Status, next);
}
