using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Issuing;

namespace TalentPortal.Core.TalentCards.Handling;

/// <summary>A card that comes to end earlier, with its ground: history, message, and the look at its end moved to the new day.</summary>
public sealed class CardEnds(CardTerms terms, PortalTimeZone zone)
{
    // The look that waits for the old end is the card's only one: it comes earlier, there is no second.
    private const string SoonerSql =
        "update jobs set run_at = least(run_at, $3) where kind = $1 and case_id = $2 and status = 'Waiting' and leased_until is null";

    /// <summary>The day on which a card has to end with a ground, where that is before its own end; null where its end stays.</summary>
    public DateOnly? Sooner(TalentCard card, CardBasis basis, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(card);
        return terms.EndWith(basis, on) is { } last && last < card.ExpiresOn ? last : null;
    }

    /// <summary>Writes down that a card ends earlier than before, and tells its holder; nothing where it does not.</summary>
    internal void Write(CaseWork work, TalentCard before, TalentCard after, Guid? by, Guid? holder)
    {
        if (after.ExpiresOn >= before.ExpiresOn) return;
        work.Record("CardShortened", ("from", before.ExpiresOn), ("expiresOn", after.ExpiresOn));
        CardTrail.Write(work, after, CardActionKind.Shortened, by, reason: "", before.Level);
        if (holder is { } told) CardMessages.Tell(work, told, MessageTemplates.CardShortened, after.ExpiresOn);
        work.Execute(new NpgsqlBatchCommand(SoonerSql)
        {
            Parameters = { CaseBatch.Text(LookAtCardJob.Kind), CaseBatch.Uuid(work.CaseId), CaseBatch.At(CardLooks.NextOf(after, terms, zone, work.Now)) },
        });
    }
}
