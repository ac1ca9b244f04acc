using TalentPortal.Core.TalentCards;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.TestCommon.Databases;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards;

/// <summary>Every status of a card has a way in, a way out unless final, a set, and a place in the table's check.</summary>
public sealed class CardStatusTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Last = new(2027, 3, 31);

    public static TheoryData<CardStatus> All => [.. Enum.GetValues<CardStatus>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Status_HasAWayInAndAWayOut_UnlessItIsFinal(CardStatus status)
    {
        Assert.Contains(CardStatuses.Transitions.Values, next => next.Contains(status));
        Assert.Equal(!CardStatuses.Final.Contains(status), CardStatuses.Transitions.ContainsKey(status));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Status_IsInUse_RestsOrIsFinal(CardStatus status) => Assert.Equal(1, new[]
    {
        CardStatuses.InUse.Contains(status), CardStatuses.Resting.Contains(status), CardStatuses.Final.Contains(status),
    }.Count(isIn => isIn));

    [Theory]
    [MemberData(nameof(All))]
    public void Status_IsHeld_UnlessItIsFinal(CardStatus status) =>
        Assert.Equal(!CardStatuses.Final.Contains(status), CardStatuses.Held.Contains(status));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Status_IsInTheTablesChecks(CardStatus status)
    {
        var checks = (string)(await database.ScalarAsync(
            """
            select string_agg(pg_get_constraintdef(oid), ' ') from pg_constraint
            where conrelid in ('talent_cards'::regclass, 'card_actions'::regclass) and contype = 'c'
            """))!;
        Assert.Contains($"'{status}'", checks, StringComparison.Ordinal);
    }

    [Fact]
    public void IsUsable_OnlyInUseWithALivingNumberUnstoppedAndInTime()
    {
        var card = Card();
        Assert.True(card.IsUsableOn(Last));
        Assert.False(card.IsUsableOn(Last.AddDays(1)));
        Assert.False(card.ReportLost().Value.IsUsableOn(Last));
        Assert.False(card.Suspend().Value.IsUsableOn(Last));
        Assert.False(card.Stop(DateTimeOffset.UnixEpoch).Value.IsUsableOn(Last));
    }

    [Fact]
    public void Expire_OnlyAfterTheLastDay_AndARenewalOfADeadNumberStaysLost()
    {
        Assert.IsType<CardNotInState>(Card().Expire(Last).Refusal);
        var expired = Card().Expire(Last.AddDays(1)).Value;
        Assert.Equal(CardStatus.Expired, expired.Status);
        Assert.Equal(CardStatus.Lost, expired.ReportLost().Value.Renew(Last.AddYears(1), Guid.NewGuid(), Last.AddDays(2)).Value.Status);
        Assert.IsType<CardLastsAlready>(expired.Renew(Last, Guid.NewGuid(), Last).Refusal);
        Assert.Equal(CardStatus.Expired, Card().Suspend().Value.Resume(Last.AddDays(1)).Value.Status);
    }

    [Fact]
    public void Cancelled_IsTheEnd()
    {
        var cancelled = Card().Cancel().Value;
        Assert.IsType<CardNotInState>(cancelled.Suspend().Refusal);
        Assert.IsType<CardNotInState>(cancelled.Replace(CardNumber.Create("450311", 1, 2026, 2), Last).Refusal);
        Assert.IsType<CardNotInState>(cancelled.ChangeLevel("B", Guid.NewGuid()).Refusal);
        Assert.IsType<CardStoppedAlready>(cancelled.Stop(DateTimeOffset.UnixEpoch).Refusal);
        Assert.IsType<CardNotStopped>(Card().LiftStop().Refusal);
    }

    [Fact]
    public void Number_IsReadWithBlanks_AndAWrongDigitIsFound()
    {
        var number = CardNumber.Create("450311", 4, 2026, 127);
        Assert.Equal(number, CardNumber.Parse(number.ToString()).Value);
        Assert.IsType<CardNumberWrongShape>(CardNumber.Parse("4503 1142").Refusal);
        var wrong = (number.Value[^2] == '9' ? '8' : '9') + number.Value[^1..];
        Assert.IsType<CardNumberWrongCheck>(CardNumber.Parse(number.Value[..^2] + wrong).Refusal);
    }

    private static TalentCard Card() => new()
    {
        CaseId = Guid.NewGuid(),
        PersonId = Guid.NewGuid(),
        ApplicationCaseId = Guid.NewGuid(),
        Number = CardNumber.Create("450311", 1, 2026, 1).Value,
        Level = "A",
        BasisId = Guid.NewGuid(),
        CatalogueVersionId = Guid.NewGuid(),
        IssuedOn = Last.AddYears(-1).AddDays(1),
        ExpiresOn = Last,
    };
}
