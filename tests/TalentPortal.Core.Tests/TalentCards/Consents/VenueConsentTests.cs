using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Consents;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards.Consents;

/// <summary>Consent is given venue by venue: one taken back leaves the others, a new venue has none, and a venue without it learns nothing else.</summary>
public sealed class VenueConsentTests : IClassFixture<ReminderTests.QuietPortal>
{
    private readonly ReminderTests.QuietPortal portal;
    private readonly CardHolders holders;
    private readonly Venues venues;

    public VenueConsentTests(ReminderTests.QuietPortal portal) => (this.portal, holders, venues) = (portal, new CardHolders(portal), new Venues(portal));

    [Fact]
    public async Task Switch_OneVenueOff_LeavesTheOthers_AndEveryEntryStays()
    {
        var (card, manager) = (await holders.IssueAsync(), await venues.ManagerAsync());
        Assert.True((await venues.SwitchAsync(card, Venues.Garden, on: false)).Succeeded);
        Assert.IsType<VenueWithoutConsent>((await venues.LookAsync(manager, Venues.Garden, Code(card))).Refusal);
        Assert.True((await venues.LookAsync(manager, Venues.Karst, Code(card))).Succeeded);
        foreach (var _ in (int[])[1, 2]) Assert.True((await venues.SwitchAsync(card, Venues.Garden, on: true)).Succeeded);
        Assert.True((await venues.LookAsync(manager, Venues.Garden, Code(card))).Succeeded);
        var garden = await venues.IdAsync(Venues.Garden);
        Assert.Equal("1 open, 1 over", await ScalarAsync(
            "select count(*) filter (where withdrawn_at is null) || ' open, ' || count(withdrawn_at) || ' over' from consents where case_id = $1 and recipient_id = $2",
            card.CardId, garden));
        Assert.Equal("CardConsentGiven,CardConsentWithdrawn,CardConsentGiven", await ScalarAsync(
            "select string_agg(type, ',' order by seq) from operation_events where stream_id = $1 and facts ->> 'venue' = $2", card.CardId, garden.ToString()));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(default));
    }

    [Fact]
    public async Task SwitchKind_WritesAnEntryAVenue_AndUnknownOnesAreRefused()
    {
        var card = await holders.IssueAsync();
        Assert.True((await KindAsync(card, "scenic", on: false)).Succeeded);
        Assert.All(Of(await ListAsync(card), "scenic"), one => Assert.Null(one.GivenAt));
        Assert.True((await KindAsync(card, "scenic", on: true)).Succeeded);
        Assert.All(Of(await ListAsync(card), "scenic"), one => Assert.NotNull(one.GivenAt));
        Assert.All(Of(await ListAsync(card), "gym"), one => Assert.Null(one.GivenAt));
        Assert.IsType<VenueKindUnknown>((await KindAsync(card, "casino", on: true)).Refusal);
        Assert.IsType<VenueUnknown>((await venues.SwitchAsync(card, "ys-talent-office", on: true)).Refusal);
        var other = await new TestPeople(portal.Services).TalentAsync();
        Assert.IsType<CardNotHeld>((await Own.SwitchKindAsync(other, "scenic", on: true, holders.Begin("CardConsentChanging", other), default)).Refusal);
    }

    [Fact]
    public async Task NewVenue_HasNoConsent_IsToldAsNew_UntilTheHolderAnswers()
    {
        var (card, manager) = (await holders.IssueAsync(), await venues.ManagerAsync());
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var (first, second) = (await venues.OpenAsync("ys-venue-new-1"), await venues.OpenAsync("ys-venue-new-2"));
        Assert.IsType<VenueWithoutConsent>((await venues.RedeemAsync(manager, "ys-venue-new-1", Code(card))).Refusal);
        Assert.Equal(2, await CountNewAsync(card));
        Assert.Equal([first, second], (await ListAsync(card)).Venues.Where(one => one is { IsNew: true, GivenAt: null }).Select(one => one.Venue.Id));
        Assert.True((await venues.SwitchAsync(card, "ys-venue-new-1", on: true)).Succeeded);
        Assert.Equal((1, 1), ((await ListAsync(card)).New, await CountNewAsync(card)));
        Assert.True((await venues.LookAsync(manager, "ys-venue-new-1", Code(card))).Succeeded);
        Assert.True((await Own.LeaveNewOffAsync(card.Talent, holders.Begin("CardVenuesSeeing", card.Talent), default)).Succeeded);
        Assert.Equal((0, 0), ((await ListAsync(card)).New, await CountNewAsync(card)));
        Assert.IsType<VenueWithoutConsent>((await venues.LookAsync(manager, "ys-venue-new-2", Code(card))).Refusal);
        // Whoever gets a card now was shown them on the form.
        Assert.Equal(0, (await ListAsync(await holders.IssueAsync())).New);
    }

    [Fact]
    public async Task Issue_AVenueListedAfterTheFormWasHandedIn_IsNotAgreedTo()
    {
        var applied = await holders.ApplyAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await venues.OpenAsync("ys-venue-late");
        await holders.GrantAsync(applied.ApplicationCaseId);
        await portal.RunJobsAsync();
        var card = applied with { CardId = (Guid)(await ScalarAsync("select case_id from talent_cards where application_case_id = $1", applied.ApplicationCaseId))! };
        var list = await ListAsync(card);
        Assert.True(Assert.Single(list.Venues, one => one.Venue.Id == late) is { GivenAt: null, IsNew: true });
        Assert.All(list.Venues.Where(one => one.Venue.Kind == "scenic" && one.Venue.Id != late), one => Assert.NotNull(one.GivenAt));
    }

    [Fact]
    public async Task ConsentToAKind_FromBefore_GoesOnToHoldForItsVenues_NotForThoseThatCome()
    {
        var (card, manager) = (await holders.IssueAsync(), await venues.ManagerAsync());
        await ScalarAsync("update consents set recipient_id = null, recipient_name = null, given_at = given_at - interval '1 year' where case_id = $1", card.CardId);
        await ScalarAsync("delete from consents a using consents b where a.case_id = $1 and b.case_id = $1 and a.purpose = b.purpose and a.id > b.id", card.CardId);
        Assert.IsType<VenueWithoutConsent>((await venues.LookAsync(manager, Venues.Garden, Code(card))).Refusal);
        await CarryOverAsync();
        Assert.True((await venues.LookAsync(manager, Venues.Garden, Code(card))).Succeeded);
        Assert.True((await venues.LookAsync(manager, Venues.Karst, Code(card))).Succeeded);
        await venues.OpenAsync("ys-venue-after");
        Assert.IsType<VenueWithoutConsent>((await venues.LookAsync(manager, "ys-venue-after", Code(card))).Refusal);
        var history = (await ListAsync(card)).History;
        Assert.Single(history, one => one is { Venue: null, IsCarried: false });
        Assert.True(history.Count(one => one is { Venue: not null, IsCarried: true }) >= 2);
        Assert.Single(history.Select(one => one.GivenAt).Distinct());
        Assert.True((await KindAsync(card, "scenic", on: false)).Succeeded);
        Assert.All((await ListAsync(card)).History, one => Assert.NotNull(one.WithdrawnAt));
    }

    [Fact]
    public async Task AKindThatTheCatalogueHasNoMore_CanStillBeSwitchedOff_NotOn()
    {
        var card = await holders.IssueAsync();
        var gone = await venues.OpenAsync("ys-venue-gone", "cinema");
        await ScalarAsync(
            """
            insert into consents (id, user_id, person_id, case_id, purpose, text_version, text_digest, given_at, recipient_id, recipient_name)
            select gen_random_uuid(), user_id, person_id, case_id, 'card.venue.cinema', text_version, text_digest, given_at, $2, 'gone'
            from consents where case_id = $1 limit 1
            """, card.CardId, gone);
        Assert.Single((await ListAsync(card)).Venues, one => one.Venue.Id == gone && one.GivenAt is not null);
        Assert.True((await venues.SwitchAsync(card, "ys-venue-gone", on: false)).Succeeded);
        Assert.DoesNotContain((await ListAsync(card)).Venues, one => one.Venue.Id == gone);
        Assert.IsType<VenueUnknown>((await venues.SwitchAsync(card, "ys-venue-gone", on: true)).Refusal);
    }

    [Fact]
    public async Task WithoutConsent_AVenueLearnsNothingElse_AndTheHolderWhereItWas()
    {
        var (card, gym) = (await holders.IssueAsync(), await venues.GymStaffAsync());
        Assert.True((await venues.ChangeAsync(card.CardId, one => one.Stop(portal.Clock.GetUtcNow()), card.Talent)).Succeeded);
        Assert.IsType<VenueWithoutConsent>((await venues.LookAsync(gym, Venues.Gym, Code(card))).Refusal);
        foreach (var benefit in (string[])["gym", "bus", "scenic", "none"])
            Assert.IsType<VenueWithoutConsent>((await venues.RedeemAsync(gym, Venues.Gym, Code(card), benefit, -1)).Refusal);
        Assert.Equal(5L, await ScalarAsync(
            "select count(*) from card_scans where case_id = $1 and venue_id = $2 and outcome = 'VenueWithoutConsent'", card.CardId, await venues.IdAsync(Venues.Gym)));
        Assert.True((await venues.SwitchAsync(card, Venues.Gym, on: true)).Succeeded);
        Assert.IsType<CardNotUsable>((await venues.LookAsync(gym, Venues.Gym, Code(card))).Refusal);
    }

    [Fact]
    public async Task ScannedWithoutNetwork_HandedInAfterTheConsentWasTakenBack_DoesNotCount()
    {
        var (card, staff) = (await holders.IssueAsync(), await venues.StaffAsync());
        var (early, late) = (Code(card), Code(card));
        var scannedAt = portal.Clock.GetUtcNow();
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await venues.RedeemAsync(staff, Venues.Garden, early, offlineAt: scannedAt)).Succeeded);
        Assert.True((await venues.SwitchAsync(card, Venues.Garden, on: false)).Succeeded);
        Assert.IsType<VenueWithoutConsent>((await venues.RedeemAsync(staff, Venues.Garden, late, offlineAt: scannedAt)).Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TakenBackWhileACardIsUsed_WhatComesFirstUnderTheCardsLockHolds(bool isUseFirst)
    {
        var (card, staff) = (await holders.IssueAsync(), await venues.StaffAsync());
        Task<Result<RedemptionReceipt>> use = null!;
        Task<Result> off = null!;
        Task Use() => use = venues.RedeemAsync(staff, Venues.Garden, Code(card));
        Task Off() => off = venues.SwitchAsync(card, Venues.Garden, on: false);
        await InOrderAsync(card.CardId, isUseFirst ? [Use, Off] : [Off, Use]);
        Assert.True((await off).Succeeded);
        Assert.Equal(isUseFirst, (await use).Succeeded);
        Assert.Equal(isUseFirst ? null : typeof(VenueWithoutConsent), (await use).Refusal?.GetType());
        Assert.Equal(isUseFirst ? 1L : 0L, await ScalarAsync("select count(*) from redemptions where case_id = $1", card.CardId));
        Assert.IsType<VenueWithoutConsent>((await venues.RedeemAsync(staff, Venues.Garden, Code(card))).Refusal);
    }

    /// <summary>Holds the card's lock until each of the deeds waits for it, one after the other.</summary>
    private async Task InOrderAsync(Guid cardId, Func<Task>[] deeds)
    {
        await using var connection = await portal.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select from cases where id = $1 for update", connection) { Parameters = { new() { Value = cardId } } })
            await hold.ExecuteNonQueryAsync();
        var begun = new List<Task>();
        foreach (var deed in deeds)
        {
            begun.Add(deed());
            while (begun.TrueForAll(one => !one.IsCompleted) && await WaitingAsync() < begun.Count) await Task.Yield();
        }

        await transaction.RollbackAsync();
        await Task.WhenAll(begun);
    }

    private async Task<long> WaitingAsync() => (long)(await ScalarAsync(
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))!;

    /// <summary>What the migration did with the consents that there were.</summary>
    private async Task CarryOverAsync()
    {
        var migration = await File.ReadAllTextAsync(Path.Combine(
            Repository.Root, "src", "TalentPortal.Core", "Data", "Migrations", "0029-consent-by-venue.sql"));
        var from = migration.IndexOf("insert into consents", StringComparison.Ordinal);
        await ScalarAsync(migration[from..migration.IndexOf(';', from)]);
    }

    private OwnConsents Own => portal.Services.GetRequiredService<OwnConsents>();

    private string Code(HeldCard card) => venues.Codes(card.CardId)[0];

    private Task<Result> KindAsync(HeldCard card, string kind, bool on) =>
        Own.SwitchKindAsync(card.Talent, kind, on, holders.Begin("CardConsentChanging", card.Talent), default);

    private Task<int> CountNewAsync(HeldCard card) => portal.Services.GetRequiredService<CardConsentReader>().CountNewAsync(card.Talent, default);

    private async Task<CardConsentList> ListAsync(HeldCard card)
    {
        await using var db = portal.Database.NewContext();
        var row = await db.FindAsync<TalentCard>(card.CardId);
        var version = await portal.Services.GetRequiredService<BenefitCatalogues>().VersionAsync(row!.CatalogueVersionId, default);
        return await portal.Services.GetRequiredService<CardConsentReader>().ReadAsync(row, version.Catalogue, default);
    }

    private static IEnumerable<VenueConsent> Of(CardConsentList list, string kind) => list.Venues.Where(one => one.Venue.Kind == kind);

    private Task<object?> ScalarAsync(string sql, params object[] values) => portal.Database.ScalarAsync(sql, values);
}
