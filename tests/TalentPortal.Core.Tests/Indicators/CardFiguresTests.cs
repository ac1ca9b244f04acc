using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Indicators.Cards;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Core.TalentCards.Issuing;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.Core.TalentCards.Venues;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.Indicators;

/// <summary>Cards in use, those that end, and uses, counted and listed by the same conditions.</summary>
public sealed class CardFiguresTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    private CardEndFigures Ends => portal.Services.GetRequiredService<CardEndFigures>();

    private DateOnly Today => portal.Services.GetRequiredService<PortalTimeZone>().Today;

    [Fact]
    public async Task UsesAndEnds_AreCountedAsTheyAreListed_DayByDay()
    {
        var (venues, holders) = (new Venues(portal), new CardHolders(portal));
        var (card, staff) = (await holders.IssueAsync("\"degree\": \"3\", \"title\": \"associate-senior\""), await venues.StaffAsync());
        Assert.True((await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(card.CardId)[0])).Succeeded);
        await TakeBackAsync(venues, await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(card.CardId)[0]));

        var figures = portal.Services.GetRequiredService<CardUseFigures>();
        var month = figures.FilterOf(Today, Venues.Garden, "D");
        Assert.Equal([new DateOnly(Today.Year, Today.Month, 1)], month.Months);
        Assert.Equal(new CardUseCell(month.From, Venues.Garden, "D", 1, 30), Assert.Single(await figures.CountAsync(month, default)));
        Assert.Single(await figures.ListAsync(month, 100, default));
        foreach (var none in new[] { month with { Venue = Venues.Gym }, month with { From = month.From.AddMonths(1), To = month.To.AddMonths(1) } })
        {
            Assert.Empty(await figures.CountAsync(none, default));
            Assert.Empty(await figures.ListAsync(none, 100, default));
        }

        var uses = portal.Services.GetRequiredService<VenueUses>();
        portal.Clock.Advance(TimeSpan.FromDays(uses.Days - 1));
        var garden = await venues.IdAsync(Venues.Garden);
        Assert.Equal(2, (await uses.ReadAsync(garden, Today, default)).Count);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await uses.ReadAsync(garden, Today, default));

        var last = Assert.Single(await Ends.ListAsync(withinDays: null, 10, default)).ExpiresOn;
        foreach (var (left, counts) in new[] { (91, (int[])[1, 0, 0]), (90, [1, 0, 1]), (31, [1, 0, 1]), (30, [1, 1, 1]), (0, [1, 1, 1]), (-1, [0, 0, 0]) })
            await CountsAsync(last.AddDays(-left), counts);
    }

    [Fact]
    public void EndSpans_AreTheParametersOfTheDay_NearestFirst_SaidToBeUnverified()
    {
        var (table, day) = (ParameterTable.Load(Path.Combine(Repository.Root, "seed-data", "parameters")), new DateOnly(2026, 11, 22));
        Assert.Equal([new EndSpan(30, Provenance.DefaultUnverified), new EndSpan(90, Provenance.DefaultUnverified)], new CardTerms(table).EndSpans(day));
        using var value = System.Text.Json.JsonDocument.Parse("[120, 90]");
        Assert.Equal([90, 120], new CardTerms(table.With("card.endSoonDays", value.RootElement[0])).EndSpans(day).Select(span => span.Days));
        Assert.Equal([90], new CardTerms(table.With("card.endSoonDays", value.RootElement[1])).EndSpans(day).Select(span => span.Days));
    }

    [Fact]
    public void FilterOf_NoMonthOrOneToCome_IsTheLastTwelve()
    {
        var figures = portal.Services.GetRequiredService<CardUseFigures>();
        foreach (var filter in new[] { figures.FilterOf(null, "", ""), figures.FilterOf(Today.AddMonths(1), null, null) })
        {
            Assert.Equal((12, (string?)null, (string?)null), (filter.Months.Count(), filter.Venue, filter.Level));
            Assert.Equal(new DateOnly(Today.Year, Today.Month, 1), filter.Months.Last());
        }
    }

    private async Task TakeBackAsync(Venues venues, Result<RedemptionReceipt> used)
    {
        Assert.True(used.Succeeded);
        var (staff, manager) = (await venues.StaffAsync(), await venues.ManagerAsync());
        var reversals = portal.Services.GetRequiredService<Reversals>();
        Assert.True((await reversals.AskAsync(staff, used.Value.Id, "The wrong card", venues.Begin("ReversalAsking", staff), default)).Succeeded);
        Assert.True((await reversals.DecideAsync(manager, used.Value.Id, isAgreed: true, venues.Begin("ReversalDeciding", manager), default)).Succeeded);
    }

    private async Task CountsAsync(DateOnly day, int[] counts)
    {
        portal.Clock.Advance(TimeSpan.FromDays(day.DayNumber - Today.DayNumber));
        var counted = await Ends.CountAsync(default);
        Assert.Equal(counts, counted.Ending.Select(one => one.Cards).Prepend(counted.InUse));
        foreach (var (within, count) in new (int?, int)[] { (null, counted.InUse) }.Concat(counted.Ending.Select(one => ((int?)one.Span.Days, one.Cards))))
        {
            Assert.Equal(count, await Ends.CountAsync(within, default));
            var rows = await Ends.ListAsync(within, 10, default);
            Assert.Equal(count, rows.Count);
            Assert.All(rows, row => Assert.True(row.NameMasked.Contains('*', StringComparison.Ordinal) && row.NumberMasked.StartsWith('*')));
        }
    }
}
