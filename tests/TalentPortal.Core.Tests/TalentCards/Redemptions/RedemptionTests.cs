using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.Core.TalentCards.Venues;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards.Redemptions;

/// <summary>A card at a venue: a use counts once, the last one is had by one, and nobody fishes for cards.</summary>
public sealed class RedemptionTests : IClassFixture<ReminderTests.QuietPortal>
{
    // Level D: twelve scenic visits a year.
    private const int Visits = 12;
    private const string Grounds = "\"degree\": \"3\", \"title\": \"associate-senior\"";

    private readonly ReminderTests.QuietPortal portal;
    private readonly CardHolders holders;
    private readonly Venues venues;

    public RedemptionTests(ReminderTests.QuietPortal portal) => (this.portal, holders, venues) = (portal, new CardHolders(portal), new Venues(portal));

    [Fact]
    public async Task Redeem_AVisit_CountsDownAndStandsInLogAuditAndStatement()
    {
        var (card, staff) = await CardAndStaffAsync();
        var used = await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(card.CardId)[0]);
        Assert.Equal(("D", "scenic", Visits - 1, 30m), (used.Value.Level, used.Value.Benefit, used.Value.Left, used.Value.Waived));
        Assert.Equal("Redeemed|False", await ScalarAsync("select outcome || '|' || case when failed then 'True' else 'False' end from card_scans where case_id = $1", card.CardId));
        Assert.Equal(1L, await ScalarAsync("select count(*) from operation_events where stream_id = $1 and type = 'BenefitRedeemed'", card.CardId));
        var month = DateOnly.FromDateTime(portal.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddHours(8).DateTime);
        var lines = await portal.Services.GetRequiredService<VenueStatements>().ReadAsync(await venues.IdAsync(Venues.Garden), month, default);
        Assert.Contains(lines, line => line is { Benefit: "scenic", Level: "D", Uses: > 0 } && line.Waived == line.Uses * 30m);
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Redeem_TwoHundredAtOnce_ExactlyTheQuotaSucceeds()
    {
        var (card, staff) = await CardAndStaffAsync();
        var codes = Enumerable.Range(0, 200).Select(_ => venues.Codes(card.CardId)[0]).ToList();
        var results = await Task.WhenAll(codes.Select(code => venues.RedeemAsync(staff, Venues.Garden, code)));
        Assert.Equal(Visits, results.Count(result => result.Succeeded));
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.IsType<NothingLeft>(result.Refusal));
        Assert.Equal(Enumerable.Range(0, Visits), results.Where(result => result.Succeeded).Select(result => result.Value.Left!.Value).Order());
        Assert.Equal((long)Visits, await ScalarAsync("select count(*) from redemptions where case_id = $1", card.CardId));
    }

    [Fact]
    public async Task Redeem_TheSameKeyAgain_GetsTheFirstAnswer_EvenWhenTheCodeExpired()
    {
        var (card, staff) = await CardAndStaffAsync();
        var (code, key) = (venues.Codes(card.CardId)[0], Guid.NewGuid());
        var first = await venues.RedeemAsync(staff, Venues.Garden, code, key: key);
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        var again = await venues.RedeemAsync(staff, Venues.Garden, code, key: key);
        Assert.Equal(first.Value, again.Value);
        Assert.Equal(1L, await ScalarAsync("select count(*) from redemptions where case_id = $1", card.CardId));
    }

    [Fact]
    public async Task Redeem_CopiedReplayedForgedOrEarlyCodes_AreRefused()
    {
        var (card, staff) = await CardAndStaffAsync();
        var codes = venues.Codes(card.CardId);
        Assert.True((await venues.RedeemAsync(staff, Venues.Garden, codes[0])).Succeeded);
        Assert.IsType<CardCodeUsed>((await venues.RedeemAsync(staff, Venues.Garden, codes[0])).Refusal);
        Assert.IsType<CardCodeTooEarly>((await venues.RedeemAsync(staff, Venues.Garden, codes[5])).Refusal);
        Assert.IsType<CardCodeForged>((await venues.RedeemAsync(staff, Venues.Garden, codes[1][..130] + (codes[1][130] == 'A' ? 'Q' : 'A'))).Refusal);
        Assert.IsType<CardCodeUnreadable>((await venues.RedeemAsync(staff, Venues.Garden, "4503114202600001X")).Refusal);
        portal.Clock.Advance(TimeSpan.FromSeconds(151));
        Assert.IsType<CardCodeExpired>((await venues.RedeemAsync(staff, Venues.Garden, codes[1])).Refusal);
        Assert.IsType<CardUnknown>((await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(Guid.NewGuid())[0])).Refusal);
    }

    [Fact]
    public async Task Redeem_AtAnothersVenue_OfAnotherKind_WithoutConsent_OrWithAnAbsurdPrice_IsRefused()
    {
        var (card, staff) = await CardAndStaffAsync();
        var gym = await venues.GymStaffAsync();
        string Code() => venues.Codes(card.CardId)[0];
        Assert.IsType<VenueNotYours>((await venues.RedeemAsync(staff, Venues.Gym, Code())).Refusal);
        Assert.IsType<VenueNotYours>((await venues.RedeemAsync(card.Talent, Venues.Garden, Code())).Refusal);
        Assert.IsType<BenefitNotOfLevel>((await venues.RedeemAsync(staff, Venues.Garden, Code(), "bus")).Refusal);
        Assert.IsType<BenefitNotHere>((await venues.RedeemAsync(staff, Venues.Garden, Code(), "library")).Refusal);
        Assert.IsType<BenefitNotHere>((await venues.RedeemAsync(staff, Venues.Garden, Code(), "living-allowance")).Refusal);
        Assert.IsType<VenueWithoutConsent>((await venues.RedeemAsync(gym, Venues.Gym, Code(), "gym", 40)).Refusal);
        Assert.True((await venues.SwitchAsync(card, Venues.Gym, on: true)).Succeeded);
        foreach (var price in (decimal?[])[null, 0, -5, 10000.01m, 12.345m, decimal.MaxValue, decimal.MinValue])
            Assert.IsType<PriceNotPossible>((await venues.RedeemAsync(gym, Venues.Gym, Code(), "gym", price)).Refusal);
    }

    [Fact]
    public async Task Redeem_ACardThatIsStoppedOrSuspended_IsRefused_ACheckToo()
    {
        var (card, staff) = await CardAndStaffAsync();
        Assert.True((await venues.ChangeAsync(card.CardId, one => one.Stop(portal.Clock.GetUtcNow()), card.Talent)).Succeeded);
        Assert.IsType<CardNotUsable>((await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(card.CardId)[0])).Refusal);
        Assert.IsType<CardNotUsable>((await venues.LookAsync(staff, Venues.Garden, venues.Codes(card.CardId)[0])).Refusal);
    }

    [Fact]
    public async Task Look_TellsLevelAndWhatIsLeft_AndDoesNotUseTheCode()
    {
        var (card, staff) = await CardAndStaffAsync();
        var code = venues.Codes(card.CardId)[0];
        var seen = (await venues.LookAsync(staff, Venues.Garden, code)).Value;
        Assert.Equal(("D", "scenic", Visits), (seen.Level.Code, seen.Benefits[0].Entitlement.Benefit.Code, seen.Benefits[0].Left));
        Assert.Equal(Visits - 1, (await venues.RedeemAsync(staff, Venues.Garden, code)).Value.Left);
        Assert.IsType<CardCodeUsed>((await venues.LookAsync(staff, Venues.Garden, code)).Refusal);
    }

    [Fact]
    public async Task Scanning_WhoTriesTooMuch_WaitsAndStandsInTheAudit()
    {
        var (card, _) = await CardAndStaffAsync();
        var staff = await venues.ManagerAsync();
        for (var i = 0; i < 10; i++) Assert.IsType<CardCodeUnreadable>((await venues.LookAsync(staff, Venues.Garden, "45031142026" + i)).Refusal);
        Assert.IsType<ScanningLocked>((await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(card.CardId)[0])).Refusal);
        Assert.Equal(1L, await ScalarAsync("select count(*) from operation_events where type = 'ScanningLocked' and actor_id = $1", staff.UserId));
        portal.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.True((await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(card.CardId)[0])).Succeeded);
    }

    [Fact]
    public async Task Redeem_ScannedWithoutNetwork_CountsOnItsDay_WithinItsHours()
    {
        var (card, staff) = await CardAndStaffAsync();
        var (code, late) = (venues.Codes(card.CardId)[0], venues.Codes(card.CardId)[0]);
        var scannedAt = portal.Clock.GetUtcNow().AddMinutes(5);
        portal.Clock.Advance(TimeSpan.FromHours(20));
        var synced = await venues.RedeemAsync(staff, Venues.Garden, code, offlineAt: scannedAt);
        Assert.Equal(Visits - 1, synced.Value.Left);
        Assert.IsType<CardCodeUsed>((await venues.RedeemAsync(staff, Venues.Garden, code, offlineAt: scannedAt)).Refusal);
        Assert.IsType<OfflineTooLate>((await venues.RedeemAsync(staff, Venues.Garden, late, offlineAt: portal.Clock.GetUtcNow().AddMinutes(1))).Refusal);
        portal.Clock.Advance(TimeSpan.FromHours(5));
        Assert.IsType<OfflineTooLate>((await venues.RedeemAsync(staff, Venues.Garden, late, offlineAt: scannedAt)).Refusal);
    }

    [Fact]
    public async Task Reversal_ByTwoPeople_GivesTheUseBack_AndTheCodeStaysUsed()
    {
        var (card, staff) = await CardAndStaffAsync();
        var manager = await venues.ManagerAsync();
        var code = venues.Codes(card.CardId)[0];
        var use = (await venues.RedeemAsync(staff, Venues.Garden, code)).Value;
        var reversals = portal.Services.GetRequiredService<Reversals>();
        Assert.IsType<ReversalReasonMissing>((await reversals.AskAsync(staff, use.Id, " ", venues.Begin("ReversalAsking", staff), default)).Refusal);
        Assert.IsType<RedemptionUnknown>((await reversals.AskAsync(card.Talent, use.Id, "Mine", venues.Begin("ReversalAsking", card.Talent), default)).Refusal);
        Assert.IsType<ReversalNotAsked>((await reversals.DecideAsync(manager, use.Id, isAgreed: true, venues.Begin("ReversalDeciding", manager), default)).Refusal);
        Assert.True((await reversals.AskAsync(staff, use.Id, "Wrong benefit", venues.Begin("ReversalAsking", staff), default)).Succeeded);
        Assert.IsType<ReversalAskedAlready>((await reversals.AskAsync(manager, use.Id, "Again", venues.Begin("ReversalAsking", manager), default)).Refusal);
        Assert.IsType<RedemptionUnknown>((await reversals.DecideAsync(staff, use.Id, isAgreed: true, venues.Begin("ReversalDeciding", staff), default)).Refusal);
        Assert.True((await reversals.DecideAsync(manager, use.Id, isAgreed: true, venues.Begin("ReversalDeciding", manager), default)).Succeeded);
        Assert.Equal(Visits, (await venues.LookAsync(staff, Venues.Garden, venues.Codes(card.CardId)[0])).Value.Benefits[0].Left);
        Assert.IsType<CardCodeUsed>((await venues.RedeemAsync(staff, Venues.Garden, code)).Refusal);
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Reversal_BySomebodyWhoAsked_IsRefused()
    {
        var (card, _) = await CardAndStaffAsync();
        var manager = await venues.ManagerAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(31));
        var use = (await venues.RedeemAsync(manager, Venues.Garden, venues.Codes(card.CardId)[0])).Value;
        var reversals = portal.Services.GetRequiredService<Reversals>();
        Assert.True((await reversals.AskAsync(manager, use.Id, "A slip", venues.Begin("ReversalAsking", manager), default)).Succeeded);
        Assert.IsType<ReversalByOneself>((await reversals.DecideAsync(manager, use.Id, isAgreed: true, venues.Begin("ReversalDeciding", manager), default)).Refusal);
        Assert.True((await reversals.DecideAsync(await new TestPeople(portal.Services).DemoAsync("office@demo"), use.Id, isAgreed: false,
            venues.Begin("ReversalDeciding", manager), default)).Succeeded);
        Assert.Equal(false, await ScalarAsync("select reversed from redemptions where id = $1", use.Id));
    }

    private async Task<(HeldCard Card, Core.Accounts.Actor Staff)> CardAndStaffAsync() => (await holders.IssueAsync(Grounds), await venues.StaffAsync());

    private Task<object?> ScalarAsync(string sql, params object[] values) => portal.Database.ScalarAsync(sql, values);
}
