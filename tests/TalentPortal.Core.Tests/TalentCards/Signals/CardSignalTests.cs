using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.TalentCards.Handling;
using TalentPortal.Core.TalentCards.Signals;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards.Signals;

/// <summary>What is worth a second look among the scans, and what somebody made of it.</summary>
public sealed class CardSignalTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    private readonly Venues venues = new(portal);

    [Fact]
    public async Task FarApart_FasterThanAnybodyTravels_IsFound_NearOrLaterIsNot()
    {
        var (card, garden, manager) = (await CardAsync(), await venues.StaffAsync(), await venues.ManagerAsync());
        await LookAsync(garden, Venues.Garden, card);
        portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await LookAsync(manager, Venues.Karst, card);
        var signal = Assert.Single(await AboutAsync(card));
        // The garden and the karst lie 13 km apart: 267 km/h.
        Assert.Equal((SignalKind.FarApart, 13, SignalState.New), (signal.Kind, signal.Amount, signal.State));
        Assert.Equal(2, (await Signals.ScansAsync(signal, default)).Count);
        portal.Clock.Advance(TimeSpan.FromMinutes(60));
        await LookAsync(garden, Venues.Garden, card);
        Assert.Single(await AboutAsync(card));
        // The gymnasium is 2.4 km away: two kilometres and more in half a minute.
        Assert.True((await venues.SwitchAsync(card, Venues.Gym, on: true)).Succeeded);
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        await LookAsync(await venues.GymStaffAsync(), Venues.Gym, card);
        Assert.Single(await AboutAsync(card));
    }

    [Fact]
    public async Task Burst_OfUsesAtAVenueAndByOnePerson_IsFoundOnceAnHour()
    {
        portal.Clock.Advance(TimeSpan.FromDays(2));
        var staff = await venues.StaffAsync();
        var cards = new[] { await CardAsync(), await CardAsync() };
        foreach (var card in cards)
            for (var i = 0; i < 10; i++) Assert.True((await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(card.CardId)[0])).Succeeded);
        var office = await OfficeAsync();
        Assert.Equal(20, Assert.Single(await Signals.ListAsync(office, SignalKind.VenueBurst, state: null, 10, default)).Amount);
        var byStaff = Assert.Single(await Signals.ListAsync(office, SignalKind.StaffBurst, state: null, 10, default));
        Assert.Equal(20, (await Signals.ScansAsync(byStaff, default)).Count);
        Assert.Empty(await Signals.ListAsync(staff, kind: null, state: null, 10, default));
    }

    [Fact]
    public async Task Refused_TenTimesADay_IsFoundForCardAndStaff_AMarkHoldsAndStandsInTheAudit()
    {
        portal.Clock.Advance(TimeSpan.FromDays(2));
        var (card, staff, office) = (await CardAsync(), await venues.GymStaffAsync(), await OfficeAsync());
        for (var i = 0; i < 10; i++) Assert.False((await venues.LookAsync(staff, Venues.Gym, venues.Codes(card.CardId)[0])).Succeeded);
        Assert.NotEmpty(await Signals.ListAsync(office, SignalKind.StaffRefused, SignalState.New, 10, default));
        var signal = Assert.Single(await AboutAsync(card));
        Assert.Equal((SignalKind.CardRefused, 10), (signal.Kind, signal.Amount));
        var desk = portal.Services.GetRequiredService<SignalDesk>();
        Task<Core.Kernel.Result> MarkAsync(Actor actor, bool isDismissed, string remark, Operation? operation = null) =>
            desk.MarkAsync(actor, signal.Key, isDismissed, remark, operation ?? venues.Begin("CardSignalMarking", actor), default);
        Assert.IsType<SignalUnknown>((await MarkAsync(staff, true, "Mine")).Refusal);
        Assert.IsType<SignalRemarkMissing>((await MarkAsync(office, true, " ")).Refusal);
        var operation = venues.Begin("CardSignalMarking", office);
        foreach (var _ in (int[])[1, 2]) Assert.True((await MarkAsync(office, false, "Asked the gymnasium.", operation)).Succeeded);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await MarkAsync(office, true, "The holder had not agreed.")).Succeeded);
        Assert.Equal(SignalState.Dismissed, Assert.Single(await AboutAsync(card)).State);
        Assert.Equal(["The holder had not agreed.", "Asked the gymnasium."], (await Signals.MarksAsync(signal, default)).Select(mark => mark.Remark));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
        portal.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Empty(await AboutAsync(card));
    }

    private CardSignals Signals => portal.Services.GetRequiredService<CardSignals>();

    private Task<HeldCard> CardAsync() => new CardHolders(portal).IssueAsync("\"degree\": \"3\", \"title\": \"associate-senior\"");

    private Task<Actor> OfficeAsync() => new TestPeople(portal.Services).DemoAsync("office@demo");

    private async Task LookAsync(Actor staff, string venue, HeldCard card) => Assert.True((await venues.LookAsync(staff, venue, venues.Codes(card.CardId)[0])).Succeeded);

    private async Task<IReadOnlyList<CardSignal>> AboutAsync(HeldCard card) =>
        [.. (await Signals.ListAsync(await OfficeAsync(), kind: null, state: null, 500, default)).Where(one => one.CardId == card.CardId)];
}
