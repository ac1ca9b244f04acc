using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Handling;
using TalentPortal.Core.TalentCards.Issuing;

namespace TalentPortal.Core.TalentCards.Following;

/// <summary>
/// Lets a card follow its holder's recognitions, in the card's own case: as they are now, whatever they were when it was planned.
/// </summary>
public sealed class CardFollowing(CaseTransaction transactions, BenefitCatalogues catalogues, CardEnds ends, PortalTimeZone zone)
{
    /// <summary>Looks at the card's grounds and does what they ask for; nothing where they ask for nothing.</summary>
    public Task<Result> FollowAsync(Guid cardId, Guid? byCase, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(cardId, operation, async (work, token) =>
        {
            var card = work.Rows<TalentCard>().Single();
            if (CardStatuses.Final.Contains(card.Status)) return Result.Success;
            var today = zone.DateOf(work.Now);
            var catalogue = (await catalogues.VersionAsync(card.CatalogueVersionId, token)).Catalogue;
            var standing = await CardStanding.ReadAsync(work.Connection, card, catalogue, today, supposed: null, token);
            CardGrounds.Refresh(work, standing.Held, today);
            var prospect = CardProspect.Of(card, work.Rows<CardBasis>(), catalogue, today, standing).EndingWith(card, ends, today);
            if (!prospect.IsChange(card)) return Result.Success;
            var changed = prospect.Apply(card, today);
            if (!changed.Succeeded) return changed.Refusal;
            work.Rows<TalentCard>().Replace(changed.Value);
            Write(work, card, changed.Value, prospect, byCase);
            var holder = await CardDesk.HolderAsync(work, card.PersonId, token);
            if (holder is { } told && (prospect.Deed is not null || prospect.ChangesGround(card)))
                CardMessages.Tell(work, told, MessageTemplates.CardChanged);
            ends.Write(work, card, changed.Value, by: null, holder);
            return Result.Success;
        }, ct);

    private static void Write(CaseWork work, TalentCard before, TalentCard after, CardProspect prospect, Guid? byCase)
    {
        List<CardActionKind> deeds = [];
        if (prospect.ChangesGround(before)) deeds.Add(CardActionKind.LevelChanged);
        if (prospect.Deed is { } deed) deeds.Add(deed);
        foreach (var kind in deeds)
        {
            work.Record("Card" + kind, ("level", after.Level), ("status", after.Status.ToString()), ("by", byCase));
            CardTrail.Write(work, after, kind, by: null, reason: "", before.Level);
        }
    }
}
