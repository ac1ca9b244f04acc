using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Issuing;

namespace TalentPortal.Core.TalentCards.Handling;

/// <summary>
/// Looks at a card when its end comes near and once it is over: reminds its holder, then lets it expire. Each look plans the next.
/// </summary>
public sealed class CardLooks(CaseTransaction transactions, CardTerms terms, PortalTimeZone zone)
{
    /// <summary>Plans the next look: at the reminder's day, or after the last day where that has come.</summary>
    internal static void Plan(CaseWork work, TalentCard card, CardTerms terms, PortalTimeZone zone) =>
        work.Rows<Job>().Add(Job.Of(LookAtCardJob.Kind, work.Now, NextOf(card, terms, zone, work.Now), work.CaseId));

    /// <summary>When a card is to be looked at next.</summary>
    internal static DateTimeOffset NextOf(TalentCard card, CardTerms terms, PortalTimeZone zone, DateTimeOffset now)
    {
        var remind = terms.RemindOn(card.ExpiresOn);
        return zone.StartOf(zone.DateOf(now) < remind ? remind : card.ExpiresOn.AddDays(1));
    }

    /// <summary>Looks.</summary>
    public Task<Result> LookAsync(Guid cardId, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(cardId, operation, async (work, token) =>
        {
            var card = work.Rows<TalentCard>().Single();
            if (CardStatuses.Final.Contains(card.Status)) return Result.Success;
            var today = zone.DateOf(work.Now);
            if (today > card.ExpiresOn) return await ExpireAsync(work, card, today, token);
            if (today >= terms.RemindOn(card.ExpiresOn) && await CardDesk.HolderAsync(work, card.PersonId, token) is { } holder)
            {
                CardMessages.Tell(work, holder, MessageTemplates.CardEnding, card.ExpiresOn);
                work.Record("CardEndingReminded", ("expiresOn", card.ExpiresOn));
            }

            Plan(work, card, terms, zone);
            return Result.Success;
        }, ct);

    /// <summary>A suspended or lost card keeps its status; what it then becomes is decided when it is looked at again.</summary>
    private static async Task<Result> ExpireAsync(CaseWork work, TalentCard card, DateOnly today, CancellationToken ct)
    {
        if (card.Expire(today) is not { Succeeded: true } expired) return Result.Success;
        work.Rows<TalentCard>().Replace(expired.Value);
        work.Record("CardExpired", ("expiresOn", card.ExpiresOn));
        CardTrail.Write(work, expired.Value, CardActionKind.Expired, by: null, reason: "");
        if (await CardDesk.HolderAsync(work, card.PersonId, ct) is { } holder)
            CardMessages.Tell(work, holder, MessageTemplates.CardChanged);
        return Result.Success;
    }
}
