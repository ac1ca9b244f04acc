using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Issuing;

/// <summary>Writes what was done with a card into its history.</summary>
internal static class CardTrail
{
    /// <summary>Adds an entry.</summary>
    public static void Write(CaseWork work, TalentCard after, CardActionKind kind, Guid? by, string reason, string? levelBefore = null) =>
        work.Rows<CardAction>().Add(new CardAction
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            Kind = kind,
            ByUserId = by,
            Reason = reason,
            LevelBefore = levelBefore,
            LevelAfter = after.Level,
            Status = after.Status,
            ExpiresOn = after.ExpiresOn,
            ActedAt = work.Now,
        });
}
