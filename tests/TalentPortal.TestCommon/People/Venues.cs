using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.Core.TalentCards.Consents;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.TestCommon.People;

/// <summary>The venues of the demonstration, and what their staff does there.</summary>
/// <param name="portal">Where.</param>
public sealed class Venues(PortalFactory portal)
{
    /// <summary>A scenic venue, with staff <c>venue@demo</c> and manager <c>partner@demo</c>.</summary>
    public const string Garden = "ys-venue-garden";

    /// <summary>A gymnasium, with staff <c>venue2@demo</c>.</summary>
    public const string Gym = "ys-venue-gym";

    /// <summary>Another scenic venue of the garden's partner.</summary>
    public const string Karst = "ys-venue-karst";

    private const string OpenSql =
        """
        with unit as (
          insert into organisations (id, district_id, code, kind, name_zh, name_en, parent_id, provenance, active_from)
          select gen_random_uuid(), district_id, $1, 'Venue', $1, $1, id, 'default-unverified', active_from from organisations where code = 'ys-partner-tourism'
          returning id)
        insert into venues (organisation_id, kind, listed_at) select id, $2, $3 from unit returning organisation_id
        """;

    private readonly TestPeople people = new(portal.Services);

    /// <summary>Staff of the garden.</summary>
    public Task<Actor> StaffAsync() => people.DemoAsync("venue@demo");

    /// <summary>Staff of the gymnasium.</summary>
    public Task<Actor> GymStaffAsync() => people.DemoAsync("venue2@demo");

    /// <summary>The manager of the garden's partner.</summary>
    public Task<Actor> ManagerAsync() => people.DemoAsync("partner@demo");

    /// <summary>A venue's key.</summary>
    public async Task<Guid> IdAsync(string code) => (Guid)(await portal.Database.ScalarAsync("select id from organisations where code = $1", code))!;

    /// <summary>The garden's partner opens another venue, now; its manager works there too.</summary>
    public async Task<Guid> OpenAsync(string code, string kind = "scenic") =>
        (Guid)(await portal.Database.ScalarAsync(OpenSql, code, kind, portal.Services.GetRequiredService<TimeProvider>().GetUtcNow()))!;

    /// <summary>A holder switches a venue on or off.</summary>
    public async Task<Result> SwitchAsync(HeldCard card, string venue, bool on)
    {
        ArgumentNullException.ThrowIfNull(card);
        return await portal.Services.GetRequiredService<OwnConsents>().SwitchAsync(
            card.Talent, await IdAsync(venue), on, Begin("CardConsentChanging", card.Talent), default);
    }

    /// <summary>A card's code of this minute, and those of the minutes after.</summary>
    public IReadOnlyList<string> Codes(Guid cardId) =>
        [.. portal.Services.GetRequiredService<CardCodes>().Next(cardId, 4).Select(one => one.Text)];

    /// <summary>Uses a benefit.</summary>
    public Task<Result<RedemptionReceipt>> RedeemAsync(
        Actor staff, string venue, string? code, string benefit = "scenic", decimal? price = null, Guid? key = null, DateTimeOffset? offlineAt = null) =>
        RedeemAsync(staff, venue, ShownCard.OfCode(code), new RedemptionOrder(benefit) { Price = price, ScannedOfflineAt = offlineAt }, key);

    /// <summary>Uses a benefit, by code or by number and PIN.</summary>
    public async Task<Result<RedemptionReceipt>> RedeemAsync(Actor staff, string venue, ShownCard shown, RedemptionOrder order, Guid? key = null) =>
        await portal.Services.GetRequiredService<RedemptionService>().RedeemAsync(
            new TillVisit(staff, await IdAsync(venue), shown, Begin("BenefitRedeeming", staff, key)), order, default);

    /// <summary>Looks at a card.</summary>
    public Task<Result<CardCheck>> LookAsync(Actor staff, string venue, string? code) => LookAsync(staff, venue, ShownCard.OfCode(code));

    /// <summary>Looks at a card, by code or by number and PIN.</summary>
    public async Task<Result<CardCheck>> LookAsync(Actor staff, string venue, ShownCard shown)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CardChecks>().LookAsync(
            new TillVisit(staff, await IdAsync(venue), shown, Begin("CardLooking", staff)), default);
    }

    /// <summary>An operation of an account, now.</summary>
    public Operation Begin(string type, Actor actor, Guid? key = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Operation.Begin(key ?? Guid.NewGuid(), type, actor.UserId, role: null, portal.Services.GetRequiredService<TimeProvider>());
    }

    /// <summary>Changes a card as its verbs do.</summary>
    public Task<Result> ChangeAsync(Guid cardId, Func<TalentCard, Result<TalentCard>> verb, Actor actor) =>
        portal.Services.GetRequiredService<CaseTransaction>().RunAsync(cardId, Begin("CardChanging", actor), (work, _) =>
        {
            var changed = verb(work.Rows<TalentCard>().Single());
            if (!changed.Succeeded) return Task.FromResult<Result>(changed.Refusal);
            work.Rows<TalentCard>().Replace(changed.Value);
            work.Record("CardStopped");
            return Task.FromResult(Result.Success);
        }, default);
}
