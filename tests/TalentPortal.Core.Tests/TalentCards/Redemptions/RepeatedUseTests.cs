using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.TalentCards;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards.Redemptions;

/// <summary>What is sent or shown more than once, by whom and where: an answer that was lost, a code that was copied, a card that ended meanwhile.</summary>
public sealed class RepeatedUseTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>, IAsyncLifetime
{
    private const string Karst = "ys-venue-karst";

    private readonly Venues venues = new(portal);
    private HeldCard card = null!;
    private Actor staff = null!;
    private Actor manager = null!;

    private DateTimeOffset Now => portal.Clock.GetUtcNow();

    public async Task InitializeAsync() =>
        (card, staff, manager) = (await new CardHolders(portal).IssueAsync(), await venues.StaffAsync(), await venues.ManagerAsync());

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task TheSameKey_FromAColleague_GetsTheFirstAnswer_AlsoHandedInLater()
    {
        var (code, key) = (Code(), Guid.NewGuid());
        var first = await venues.RedeemAsync(staff, Venues.Garden, code, key: key);
        Assert.Equal(first.Value, (await venues.RedeemAsync(manager, Venues.Garden, code, key: key)).Value);
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(first.Value, (await venues.RedeemAsync(manager, Venues.Garden, code, key: key, offlineAt: Now.AddMinutes(-9))).Value);
        Assert.Equal(staff.UserId, await ScalarAsync("select staff_id from redemptions where case_id = $1", card.CardId));
        Assert.Equal(1L, await ScalarAsync("select count(*) from operation_events where stream_id = $1 and type = 'BenefitRedeemed'", card.CardId));
    }

    [Fact]
    public async Task TheSameKey_FromColleaguesAtOnce_CountsOnce_AndBothGetTheAnswer()
    {
        var (code, key) = (Code(), Guid.NewGuid());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(one => venues.RedeemAsync(one % 2 == 0 ? staff : manager, Venues.Garden, code, key: key)));
        Assert.Single(answers.Select(answer => answer.Value).Distinct());
        Assert.Equal(1L, await UsesAsync());
    }

    [Fact]
    public async Task TheSameKey_AtAnotherVenue_OrForAnotherBenefit_IsRefused_ByWhomever()
    {
        var (code, key) = (Code(), Guid.NewGuid());
        Assert.True((await venues.RedeemAsync(manager, Venues.Garden, code, key: key)).Succeeded);
        Assert.IsType<OperationIdReused>((await venues.RedeemAsync(manager, Karst, code, key: key)).Refusal);
        Assert.IsType<OperationIdReused>((await venues.RedeemAsync(await venues.GymStaffAsync(), Venues.Gym, code, "gym", 40, key)).Refusal);
        Assert.IsType<OperationIdReused>((await venues.RedeemAsync(staff, Venues.Garden, code, "library", key: key)).Refusal);
        Assert.IsType<VenueNotYours>((await venues.RedeemAsync(staff, Karst, code, key: key)).Refusal);
        Assert.Equal(1L, await UsesAsync());
    }

    [Fact]
    public async Task ACopiedCode_AtTwoVenuesAtOnce_IsUsedOnce_WithNetworkOrWithout()
    {
        foreach (var offlineAt in (DateTimeOffset?[])[null, Now])
        {
            var code = Code();
            var answers = await Task.WhenAll(
                venues.RedeemAsync(staff, Venues.Garden, code, offlineAt: offlineAt), venues.RedeemAsync(manager, Karst, code, offlineAt: offlineAt));
            Assert.Single(answers, answer => answer.Succeeded);
            Assert.Single(answers, answer => answer.Refusal is CardCodeUsed);
        }

        Assert.Equal(2L, await UsesAsync());
    }

    [Fact]
    public async Task ACardThatIsRevoked_DoesNotCountWhatWasNotedWithoutNetwork_AndTheHolderSeesIt()
    {
        var (before, after) = (Code(), Code());
        var scannedAt = Now;
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await venues.ChangeAsync(card.CardId, one => one.Cancel(), card.Talent)).Succeeded);
        foreach (var (code, at) in new[] { (before, scannedAt), (after, Now.AddSeconds(20)) })
            Assert.IsType<CardNotUsable>((await venues.RedeemAsync(staff, Venues.Garden, code, offlineAt: at)).Refusal);
        Assert.Equal(0L, await UsesAsync());
        Assert.Equal(2L, await ScalarAsync("select count(*) from card_scans where case_id = $1 and outcome = 'CardNotUsable' and not failed", card.CardId));
    }

    [Fact]
    public async Task ADeviceWhoseClockIsAhead_WithinWhatClocksMayBeWrong_CountsAsNow()
    {
        Assert.True((await venues.RedeemAsync(staff, Venues.Garden, Code(), offlineAt: Now.AddSeconds(30))).Succeeded);
        Assert.Equal(Now.UtcDateTime, (DateTime)(await ScalarAsync("select scanned_at from redemptions where case_id = $1", card.CardId))!);
        Assert.IsType<OfflineTooLate>((await venues.RedeemAsync(staff, Venues.Garden, Code(), offlineAt: Now.AddSeconds(31))).Refusal);
        Assert.Equal(1L, await UsesAsync());
    }

    private string Code() => venues.Codes(card.CardId)[0];

    private Task<object?> UsesAsync() => ScalarAsync("select count(*) from redemptions where case_id = $1", card.CardId);

    private Task<object?> ScalarAsync(string sql, params object[] values) => portal.Database.ScalarAsync(sql, values);
}
