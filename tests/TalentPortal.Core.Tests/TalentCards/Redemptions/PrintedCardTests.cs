using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.TalentCards;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards.Redemptions;

/// <summary>A printed card at a venue: its number and the holder's PIN, under the rules of the code on a phone.</summary>
public sealed class PrintedCardTests : IClassFixture<ReminderTests.QuietPortal>, IAsyncLifetime
{
    private const string Pin = "805316";
    private const string Wrong = "805317";
    private const string FirstOfItsYear = "\"degree\": \"3\", \"title\": \"associate-senior\"";

    private readonly ReminderTests.QuietPortal portal;
    private readonly Venues venues;
    private HeldCard card = null!;
    private Actor staff = null!;
    private string number = "";

    public PrintedCardTests(ReminderTests.QuietPortal portal) => (this.portal, venues) = (portal, new Venues(portal));

    public async Task InitializeAsync()
    {
        // Failures of the test before are too old to count.
        portal.Clock.Advance(TimeSpan.FromMinutes(31));
        (card, staff) = (await new CardHolders(portal).IssueAsync(FirstOfItsYear), await venues.StaffAsync());
        number = (string)(await ScalarAsync("select number from talent_cards where case_id = $1", card.CardId))!;
        Assert.True((await portal.Services.GetRequiredService<CardPins>().SetAsync(
            card.Talent, card.CardId, Pin, venues.Begin("CardPinSetting", card.Talent), default)).Succeeded);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task NumberAndPin_LookAndUse_AsACodeWould()
    {
        var key = Guid.NewGuid();
        var seen = (await venues.LookAsync(staff, Venues.Garden, Print(Pin))).Value;
        Assert.Equal(("D", 12), (seen.Level.Code, seen.Benefits[0].Left));
        var used = await UseAsync(Pin, key: key);
        Assert.Equal(11, used.Value.Left);
        Assert.Equal(used.Value, (await UseAsync(Pin, key: key)).Value);
        Assert.Equal(10, (await UseAsync(Pin)).Value.Left);
        Assert.Equal(2L, await ScalarAsync("select count(*) from redemptions where case_id = $1 and proof = 'Pin' and code_once is null", card.CardId));
        Assert.Equal(3L, await ScalarAsync("select count(*) from card_scans where case_id = $1 and not failed", card.CardId));
    }

    [Fact]
    public async Task NumberAndPin_TwoAtOnceForTheLastUse_OneGetsIt()
    {
        for (var use = 0; use < 11; use++) Assert.True((await UseAsync(Pin)).Succeeded);
        var results = await Task.WhenAll(UseAsync(Pin), UseAsync(Pin));
        Assert.Single(results, result => result.Succeeded);
        Assert.Single(results, result => result.Refusal is NothingLeft);
    }

    [Fact]
    public async Task WrongPins_CountAndLockThePrintedCard_AndStandInTheLog_ThePhoneGoesOn()
    {
        for (var left = 4; left > 0; left--) Assert.Equal(new CardPinWrong(left), (await UseAsync(Wrong)).Refusal);
        Assert.IsType<CardPinLocked>((await venues.LookAsync(staff, Venues.Garden, Print(Wrong))).Refusal);
        Assert.IsType<CardPinLocked>((await UseAsync(Pin)).Refusal);
        Assert.Equal(6L, await ScalarAsync("select count(*) from card_scans where case_id = $1 and failed", card.CardId));
        Assert.True((await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(card.CardId)[0])).Succeeded);
    }

    [Fact]
    public async Task NumbersThatAreTriedOut_AllCountTheSame_AndLockTheAccount()
    {
        var unknown = CardNumber.Create("450311", 4, 2019, 99998).Value;
        var mistyped = number[..^1] + (number[^1] == '1' ? '2' : '1');
        Assert.IsType<CardUnknown>((await venues.LookAsync(staff, Venues.Garden, ShownCard.OfPrint(unknown, Pin))).Refusal);
        Assert.IsType<CardNumberWrongCheck>((await venues.LookAsync(staff, Venues.Garden, ShownCard.OfPrint(mistyped, Pin))).Refusal);
        // A PIN without its digits tells nothing of the number, known or not, and is no try.
        foreach (var one in (string[])[number, unknown])
            Assert.IsType<CardPinWrongShape>((await venues.LookAsync(staff, Venues.Garden, ShownCard.OfPrint(one, "12"))).Refusal);
        for (var i = 0; i < 8; i++) await venues.LookAsync(staff, Venues.Garden, ShownCard.OfPrint(unknown, Wrong));
        Assert.IsType<ScanningLocked>((await UseAsync(Pin)).Refusal);
    }

    [Fact]
    public async Task NumbersThatAreTriedOut_AllAtOnce_TellNoMoreThanOneAfterTheOther()
    {
        const string Audited = "select count(*) from operation_events where type = 'ScanningLocked' and actor_id = $1";
        var audited = (long)(await ScalarAsync(Audited, staff.UserId))!;
        var unknown = Enumerable.Range(0, 40).Select(place => CardNumber.Create("450311", 4, 2019, 90000 + place).Value);
        var answers = await Task.WhenAll(unknown.Select(one => venues.LookAsync(staff, Venues.Garden, ShownCard.OfPrint(one, Pin))));
        Assert.Equal(10, answers.Count(answer => answer.Refusal is CardUnknown));
        Assert.Equal(30, answers.Count(answer => answer.Refusal is ScanningLocked));
        Assert.Equal(audited + 1, await ScalarAsync(Audited, staff.UserId));
        Assert.IsType<ScanningLocked>((await UseAsync(Pin)).Refusal);
    }

    [Fact]
    public async Task ACardThatIsStopped_LostOrUnderAnotherNumber_IsRefused_AndSoIsAPinWithoutNetwork()
    {
        Assert.IsType<PrintedCardOffline>((await venues.RedeemAsync(staff, Venues.Garden, Print(Pin),
            new RedemptionOrder("scenic") { ScannedOfflineAt = portal.Clock.GetUtcNow() })).Refusal);
        var gym = await venues.GymStaffAsync();
        Assert.IsType<VenueWithoutConsent>((await venues.LookAsync(gym, Venues.Gym, Print(Pin))).Refusal);
        Assert.True((await venues.ChangeAsync(card.CardId, one => one.Stop(portal.Clock.GetUtcNow()), card.Talent)).Succeeded);
        Assert.IsType<CardNotUsable>((await UseAsync(Pin)).Refusal);
        await ScalarAsync("update talent_cards set number_dead = true, status = 'Lost' where case_id = $1 returning 1", card.CardId);
        Assert.IsType<CardUnknown>((await UseAsync(Pin)).Refusal);
        Assert.Equal(1L, await ScalarAsync("select count(*) from card_scans where case_id = $1 and outcome = 'CardUnknown'", card.CardId));
    }

    private ShownCard Print(string pin) => ShownCard.OfPrint(number, pin);

    private Task<Core.Kernel.Result<RedemptionReceipt>> UseAsync(string pin, Guid? key = null) =>
        venues.RedeemAsync(staff, Venues.Garden, Print(pin), new RedemptionOrder("scenic"), key);

    private Task<object?> ScalarAsync(string sql, params object[] values) => portal.Database.ScalarAsync(sql, values);
}
