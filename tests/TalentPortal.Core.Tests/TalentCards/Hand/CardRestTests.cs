using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Hand;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards.Hand;

/// <summary>A card rests for a reason exactly when it is not usable.</summary>
public sealed class CardRestTests
{
    private static readonly DateOnly Today = new(2026, 5, 20);

    [Theory]
    [InlineData(CardStatus.Active, false, false, 1, CardRest.None)]
    [InlineData(CardStatus.Active, false, false, 0, CardRest.None)]
    [InlineData(CardStatus.Active, false, false, -1, CardRest.Expired)]
    [InlineData(CardStatus.Active, false, true, 1, CardRest.Stopped)]
    [InlineData(CardStatus.Suspended, false, false, 1, CardRest.Suspended)]
    [InlineData(CardStatus.Suspended, true, false, 1, CardRest.Lost)]
    [InlineData(CardStatus.Suspended, true, true, -1, CardRest.Stopped)]
    [InlineData(CardStatus.Lost, true, false, 1, CardRest.Lost)]
    [InlineData(CardStatus.Expired, false, false, -1, CardRest.Expired)]
    [InlineData(CardStatus.Cancelled, false, true, 1, CardRest.Cancelled)]
    public void RestOn_EveryState_SaysWhyAndAgreesWithTheCard(CardStatus status, bool numberDead, bool stopped, int daysLeft, CardRest expected)
    {
        var card = new TalentCard
        {
            CaseId = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            ApplicationCaseId = Guid.NewGuid(),
            Number = "45031142026000017",
            NumberDead = numberDead,
            Level = "D",
            BasisId = Guid.NewGuid(),
            CatalogueVersionId = Guid.NewGuid(),
            Status = status,
            IssuedOn = Today.AddDays(-30),
            ExpiresOn = Today.AddDays(daysLeft),
            StoppedAt = stopped ? DateTimeOffset.UnixEpoch : null,
        };

        Assert.Equal(expected, card.RestOn(Today));
        Assert.Equal(card.IsUsableOn(Today), card.RestOn(Today) is CardRest.None);
    }
}
