using System.Globalization;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using Xunit;

namespace TalentPortal.Core.Tests.Allowances;

/// <summary>On which days a card gave nothing, and that what was paid as it fell due is what its whole history says is owed.</summary>
public sealed class CardHistoryTests
{
    [Theory]
    [InlineData("01-01 Active", "")]
    [InlineData("01-01 Active|03-05 Suspended|03-10 Active", "03-06..03-09")]
    [InlineData("01-01 Active|03-05 Suspended|03-05 Active", "")]
    [InlineData("01-01 Active|03-05 Suspended", "03-06..")]
    [InlineData("01-01 Active|03-05 Suspended|03-05 Suspended|03-08 Suspended|03-10 Active", "03-06..03-09")]
    [InlineData("01-01 Active|03-05 Suspended|03-10 Active|03-10 Suspended|03-12 Active", "03-06..03-09|03-11..03-11")]
    [InlineData("01-01 Active|03-05 Lost|03-10 Active", "")]
    [InlineData("01-01 Active >04-30|05-01 Expired >04-30|06-10 Active >12-31", "05-01..06-09")]
    [InlineData("01-01 Active >04-30|05-07 Expired >04-30|06-10 Active >12-31", "05-01..06-09")]
    [InlineData("01-01 Active >04-30|04-20 Active >12-31", "")]
    [InlineData("01-01 Active >04-30|05-04 Active >12-31", "05-01..05-03")]
    [InlineData("01-01 Active >04-30|03-05 Suspended >04-30|06-10 Expired >04-30|06-12 Active >12-31", "03-06..06-11")]
    [InlineData("01-01 Active >04-30|03-05 Lost >04-30|06-10 Expired >04-30", "05-01..")]
    [InlineData("01-01 Active >04-30|05-01 Expired >04-30|06-10 Cancelled >04-30", "05-01..")]
    [InlineData("01-01 Active >04-30|03-05 Cancelled >04-30", "03-06..")]
    [InlineData("01-01 Active >12-31", "")]
    [InlineData("01-01 Active >12-31|03-05 Active >02-10|03-06 Expired >02-10", "03-06..")]
    [InlineData("01-01 Active|05-01 Expired|06-10 Active >12-31", "05-01..06-09")]
    public void Rests_FollowFromTheHistory(string history, string expected) => Assert.Equal(expected, string.Join('|',
        Standing(history).RestsBy(Day("07-01")).Select(one => FormattableString.Invariant($"{one.From:MM-dd}..{one.To:MM-dd}"))));

    [Theory]
    [InlineData("01-01 Active =C", null)]
    [InlineData("01-01 Active =E|02-01 Active =C|03-01 Suspended =C", null)]
    [InlineData("01-01 Active =C|03-05 Active =B|03-07 Suspended =B|03-09 Active =A", "03-05")]
    [InlineData("01-01 Active =C|03-05 Active =B|03-07 Active =C|03-09 Active =A", "03-09")]
    public void LevelSince_IsTheBeginningOfTheOtherLevel(string history, string? expected) =>
        Assert.Equal(expected is null ? null : Day(expected), Standing(history).LevelSince("C"));

    [Fact]
    public void WhatWasPaidAsItFellDue_IsWhatTheWholeHistoryOwes()
    {
        var random = new Random(20260301);
        for (var round = 0; round < 400; round++)
        {
            var from = Day("01-01").AddDays(random.Next(300));
            var allowance = Of(from, random);
            var (moments, payments) = (new List<CardMoment> { new(from, CardStatus.Active, "C", from.AddDays(random.Next(1, 200))) }, new List<Payment>());
            var last = from.AddDays(700);
            for (var today = from; today <= last; today = today.AddDays(1))
            {
                if (random.Next(40) == 0 || today == moments[^1].ExpiresOn?.AddDays(1)) Happen(moments, today, random);
                if (random.Next(7) == 0) Pay(allowance, moments, payments, today);
            }

            // What waits for a suspended card is paid once it is back.
            if (moments[^1].Status is CardStatus.Suspended) Happen(moments, last, random);
            Pay(allowance, moments, payments, last);
            Check(allowance, moments, payments, last);
        }
    }

    /// <summary>Nothing was forgotten and nothing paid twice: each day that the card gave something has its share, no other has one.</summary>
    private static void Check(Allowance allowance, List<CardMoment> moments, List<Payment> payments, DateOnly last)
    {
        var facts = Facts(allowance, moments, payments);
        var owed = InstalmentPlan.Of(new InstalmentTerms(allowance.Amount, allowance.Period, allowance.Every, allowance.FromOn, facts.LastDay, allowance.Partial)
        {
            Rests = facts.RestsBy(last),
        }, last).Where(one => one.DueOn <= last);
        Assert.Equal(owed.Select(one => (one.From, one.To, one.Amount)), payments.Select(one => (one.PeriodFrom, one.PeriodTo, one.Amount)));
        Assert.All(facts.Instalments(last, decimal.MaxValue), one => Assert.True(one.State is InstalmentState.Paid || one.Instalment.DueOn > last || one.Held is not null));
    }

    [Theory]
    [InlineData("", "01-01..01-31 1000 Due")]
    [InlineData("01-01..01-31 1000", "01-01..01-31 1000 Paid")]
    [InlineData("01-01..01-10 300", "01-01..01-10 300 Paid|01-11..01-31 700 Due")]
    [InlineData("01-01..01-10 1000", "01-01..01-10 1000 Paid")]
    [InlineData("01-11..01-31 700", "01-01..01-10 300 Due|01-11..01-31 700 Paid")]
    [InlineData("01-11..01-20 300", "01-01..01-10 333.33 Due|01-11..01-20 300 Paid|01-21..01-31 366.67 Due")]
    [InlineData("01-01..01-10 300|01-11..01-20 300", "01-01..01-10 300 Paid|01-11..01-20 300 Paid|01-21..01-31 400 Due")]
    public void PaidInParts_WhatIsLeftIsAnInstalmentOfItsOwn(string paid, string expected)
    {
        var allowance = Of(Day("01-01"), new Random(1)) with { Amount = 1000, Period = BenefitPeriod.Month, Every = 1, UntilOn = Day("01-31") };
        var payments = paid.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split("..")).Select(parts => new Payment
        {
            Id = Guid.NewGuid(),
            CaseId = Guid.NewGuid(),
            Place = 1,
            AllowanceId = allowance.CaseId,
            PeriodFrom = Day(parts[0]),
            PeriodTo = Day(parts[1].Split(' ')[0]),
            Amount = decimal.Parse(parts[1].Split(' ')[1], CultureInfo.InvariantCulture),
            Status = PaymentStatus.Paid,
        }).ToList();
        Assert.Equal(expected, string.Join('|', Facts(allowance, [new CardMoment(Day("01-01"), CardStatus.Active, "C", Day("12-31"))], payments)
            .Instalments(Day("02-01"), decimal.MaxValue)
            .Select(one => FormattableString.Invariant($"{one.Instalment.From:MM-dd}..{one.Instalment.To:MM-dd} {one.Instalment.Amount:0.##} {one.State}"))));
    }

    private static void Happen(List<CardMoment> moments, DateOnly today, Random random)
    {
        var now = moments[^1];
        CardMoment next = now.Status switch
        {
            CardStatus.Active when today > now.ExpiresOn => now with { On = today, Status = CardStatus.Expired },
            CardStatus.Active => now with { On = today, Status = random.Next(2) == 0 ? CardStatus.Suspended : CardStatus.Lost },
            CardStatus.Suspended or CardStatus.Lost => now with { On = today, Status = today > now.ExpiresOn ? CardStatus.Expired : CardStatus.Active },
            _ => now with { On = today, Status = CardStatus.Active, ExpiresOn = today.AddDays(random.Next(1, 200)) },
        };
        moments.Add(next);
    }

    private static void Pay(Allowance allowance, List<CardMoment> moments, List<Payment> payments, DateOnly today) =>
        payments.AddRange(DueInstalments.Of(Facts(allowance, moments, payments), today, today, decimal.MaxValue, 0.5m).ToList().Select(one => new Payment
        {
            Id = Guid.NewGuid(),
            CaseId = Guid.NewGuid(),
            Place = 1,
            AllowanceId = allowance.CaseId,
            PeriodFrom = one.Instalment.From,
            PeriodTo = one.Instalment.To,
            Amount = one.Instalment.Amount,
            Status = PaymentStatus.Paid,
        }));

    private static AllowanceFacts Facts(Allowance allowance, List<CardMoment> moments, List<Payment> payments) => new()
    {
        Allowance = allowance,
        Card = new CardStanding(moments[^1].Status, [.. moments]),
        Conditions = [],
        Payments = [.. payments],
        Recoveries = [],
        Receipts = [],
    };

    private static Allowance Of(DateOnly from, Random random) => new()
    {
        CaseId = Guid.NewGuid(),
        PersonId = Guid.NewGuid(),
        CardId = Guid.NewGuid(),
        CatalogueVersionId = Guid.NewGuid(),
        Level = "C",
        Benefit = "living-allowance",
        Amount = random.Next(100, 300_000) / 100m,
        Period = random.Next(3) == 0 ? BenefitPeriod.Quarter : BenefitPeriod.Month,
        Every = random.Next(1, 3),
        FromOn = from,
        UntilOn = random.Next(2) == 0 ? null : from.AddDays(random.Next(0, 600)),
        Partial = (PartialPeriod)random.Next(3),
        NeedsEmployment = false,
        InsuranceMonths = 0,
        Bank = "Bank",
        AccountCipher = [],
        AccountMasked = "0128",
        AccountVersion = 1,
    };

    private static CardStanding Standing(string history)
    {
        var moments = history.Split('|').Select(text => text.Split(' ')).Select(parts => new CardMoment(Day(parts[0]), Enum.Parse<CardStatus>(parts[1]),
            Find(parts, '='), Find(parts, '>') is { } last ? Day(last) : null)).ToList();
        return new CardStanding(moments[^1].Status, moments);
    }

    private static string? Find(string[] parts, char mark) => parts.FirstOrDefault(part => part[0] == mark)?[1..];

    private static DateOnly Day(string text) => DateOnly.Parse("2026-" + text, CultureInfo.InvariantCulture);
}
