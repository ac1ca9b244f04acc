using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Issuing;

namespace TalentPortal.Core.TalentCards.Handling;

/// <summary>What an officer wants done with a card.</summary>
/// <param name="Kind">What.</param>
/// <param name="Reason">Why; the holder reads it.</param>
/// <param name="Ground">For a change of level: the ground to add or to end (<see cref="CardGrounds"/>); null to look recognitions up
/// anew.</param>
/// <param name="Revision">The revision that the page showed.</param>
public sealed record CardDeed(CardActionKind Kind, string? Reason, string? Ground, int Revision);

/// <summary>The talent office's side of a card. Each deed has a reason, which its holder reads; nobody handles their own card.</summary>
public sealed class CardDesk(
    CaseTransaction transactions, BenefitCatalogues catalogues, CardNumbering numbering, CardGrounds grounds, CardEnds ends,
    PortalTimeZone zone)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 500;

    /// <summary>What may be done with a card as it stands.</summary>
    public static IReadOnlyList<CardActionKind> DeedsOf(TalentCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (CardStatuses.Final.Contains(card.Status)) return [];
        var deeds = new List<CardActionKind>();
        if (card.Status.MayBecome(CardStatus.Suspended)) deeds.Add(CardActionKind.Suspended);
        if (card.Status is CardStatus.Suspended) deeds.Add(CardActionKind.Resumed);
        if (!card.NumberDead && card.Status is not CardStatus.Lost) deeds.Add(CardActionKind.LossReported);
        deeds.AddRange([CardActionKind.Replaced, CardActionKind.LevelChanged]);
        if (card.StoppedAt is not null) deeds.Add(CardActionKind.StopLifted);
        return [.. deeds, CardActionKind.Cancelled];
    }

    /// <summary>Does it.</summary>
    public Task<Result> DoAsync(Actor actor, Guid cardId, CardDeed deed, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(deed);
        return transactions.RunAsync(cardId, operation, async (work, token) =>
        {
            if (!actor.Can(Permission.ManageCards) || work.Rows<TalentCard>().SingleOrDefault() is not { } card) return new CaseNotFound();
            if (card.PersonId == actor.PersonId) return new CardIsOwn();
            if (string.IsNullOrWhiteSpace(deed.Reason) || deed.Reason.Length > LongestReason) return new CardReasonMissing(LongestReason);
            if (card.Revision != deed.Revision) return new CardChangedElsewhere();
            var done = await ChangeAsync(work, card, deed, token);
            if (!done.Succeeded) return done.Refusal;
            work.Rows<TalentCard>().Replace(done.Value);
            work.Record("Card" + deed.Kind, ("level", done.Value.Level), ("status", done.Value.Status.ToString()));
            CardTrail.Write(work, done.Value, deed.Kind, actor.UserId, deed.Reason.Trim(), card.Level);
            var holder = await HolderAsync(work, card.PersonId, token);
            if (holder is { } told) CardMessages.Tell(work, told, MessageTemplates.CardChanged);
            ends.Write(work, card, done.Value, actor.UserId, holder);
            return Result.Success;
        }, ct);
    }

    /// <summary>The holder's account; null where there is none.</summary>
    internal static async Task<Guid?> HolderAsync(CaseWork work, Guid personId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select id from portal_users where person_id = $1", work.Connection);
        command.Parameters.Add(CaseBatch.Uuid(personId));
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }

    private async Task<Result<TalentCard>> ChangeAsync(CaseWork work, TalentCard card, CardDeed deed, CancellationToken ct)
    {
        var today = zone.DateOf(work.Now);
        return deed.Kind switch
        {
            CardActionKind.Suspended => card.Suspend(),
            CardActionKind.Resumed => card.Resume(today),
            CardActionKind.LossReported => card.ReportLost(),
            CardActionKind.Cancelled => card.Cancel(),
            CardActionKind.StopLifted => card.LiftStop(),
            CardActionKind.Replaced => await ReplaceAsync(work, card, today, ct),
            CardActionKind.LevelChanged => await ChangeLevelAsync(work, card, deed.Ground, today, ct),
            _ => new CardNotInState(card.Status, card.Status),
        };
    }

    private async Task<Result<TalentCard>> ReplaceAsync(CaseWork work, TalentCard card, DateOnly today, CancellationToken ct)
    {
        var version = await catalogues.VersionAsync(card.CatalogueVersionId, ct);
        return card.Replace(await numbering.NextAsync(work, version.Catalogue.FindLevel(card.Level)!, today, ct), today);
    }

    private async Task<Result<TalentCard>> ChangeLevelAsync(
        CaseWork work, TalentCard card, string? ground, DateOnly today, CancellationToken ct)
    {
        var catalogue = (await catalogues.VersionAsync(card.CatalogueVersionId, ct)).Catalogue;
        await grounds.RefreshAsync(work, card, catalogue, today, ct);
        if (!string.IsNullOrEmpty(ground) && CardGrounds.Apply(work, catalogue, ground, today) is { } unknown) return unknown;
        if (CardGrounds.Best(work.Rows<CardBasis>(), catalogue, today) is not var (basis, level)) return new CardWithoutBasis();
        // A ground that gives no other level is kept all the same.
        if (level.Code == card.Level && basis.Id == card.BasisId && work.Changed<CardBasis>().Count > 0) return card;
        var changed = card.ChangeLevel(level.Code, basis.Id);
        return changed.Succeeded && ends.Sooner(card, basis, today) is { } last ? changed.Value.EndBy(last) : changed;
    }
}
