using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Allowances.Conditions;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Handling;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.Allowances;

/// <summary>From the form to the allowance, and what its periods ask for: through the workflow, on a real database.</summary>
public sealed class AllowanceGrantTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    private readonly AllowanceHolders holders = new(portal);

    private AllowanceDesk Desk => portal.Services.GetRequiredService<AllowanceDesk>();

    [Fact]
    public async Task Granted_TheAllowanceStandsInItsCase_WithItsAccountEncrypted()
    {
        var (card, id) = await holders.GrantAsync();
        Assert.Equal("Approved|living-allowance|Month|1|true|1|***************0128|Active|C", await ScalarAsync(
            """
            select p.status || '|' || a.benefit || '|' || a.period || '|' || a.every || '|' || a.needs_employment || '|' || a.insurance_months || '|'
              || a.account_masked || '|' || a.status || '|' || a.level
            from allowances a join applications p on p.case_id = a.case_id where a.case_id = $1
            """, id));
        Assert.Equal(false, await ScalarAsync("select position(convert_to('6222', 'UTF8') in account_cipher) > 0 from allowances where case_id = $1", id));
        Assert.Equal(card.CardId, await ScalarAsync("select card_id from allowances where case_id = $1", id));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));

        Assert.IsType<AllowanceHeldAlready>((await holders.ApplyAsync(card)).Refusal);
    }

    [Fact]
    public async Task Application_IsRefusedWithoutCard_OfAnotherLevel_ToAnotherName()
    {
        var applied = await holders.Cards.ApplyAsync();
        Assert.IsType<AllowanceNeedsCard>((await holders.ApplyAsync(applied)).Refusal);
        var lower = await holders.Cards.IssueAsync("\"title\": \"intermediate\"");
        Assert.IsType<AllowanceNotOfLevel>((await holders.ApplyAsync(lower)).Refusal);
        var held = await holders.Cards.IssueAsync();
        Assert.IsType<AllowanceAccountNotOwn>((await holders.ApplyAsync(held, holder: "Somebody Else")).Refusal);
    }

    [Fact]
    public async Task Grant_AfterTheCardWasSuspended_EndsWithARefusal()
    {
        var card = await holders.Cards.IssueAsync();
        var applied = await holders.ApplyAsync(card);
        await HandleCardAsync(card, CardActionKind.Suspended);
        await holders.DecideAsync(applied.Value);
        Assert.Equal("Refused|0", await ScalarAsync(
            "select status || '|' || (select count(*) from allowances where case_id = $1) from applications where case_id = $1", applied.Value));
    }

    [Fact]
    public async Task Periods_AreHeldUntilTheirConditionsAreMet_AndEndWithTheCard()
    {
        var (card, id) = await holders.GrantAsync();
        var office = await holders.OfficeAsync();
        var from = (await holders.FactsAsync(id)).Allowance.FromOn;
        portal.Clock.Set(portal.Services.GetRequiredService<PortalTimeZone>().StartOf(new DateOnly(from.Year, from.Month, 1).AddMonths(2)));
        var first = (await holders.InstalmentsAsync(id))[0];
        Assert.Equal((InstalmentState.Held, HoldReason.NotRecorded), (first.State, first.Held));

        Assert.IsType<InsuranceMonthsNotPossible>((await EnterAsync(first.Instalment.From, months: 2)).Refusal);
        Assert.IsType<PeriodUnknown>((await EnterAsync(first.Instalment.From.AddDays(1), months: 1)).Refusal);
        Assert.True((await EnterAsync(first.Instalment.From, months: 1, employed: false)).Succeeded);
        Assert.Equal(HoldReason.NotEmployed, (await holders.InstalmentsAsync(id))[0].Held);
        Assert.True((await EnterAsync(first.Instalment.From, months: 0)).Succeeded);
        Assert.Equal(HoldReason.InsuranceMissing, (await holders.InstalmentsAsync(id))[0].Held);
        Assert.True((await EnterAsync(first.Instalment.From, months: 1)).Succeeded);
        Assert.Equal(InstalmentState.Due, (await holders.InstalmentsAsync(id))[0].State);

        await HandleCardAsync(card, CardActionKind.Suspended);
        Assert.All(await holders.InstalmentsAsync(id), one => Assert.True(one.Held is HoldReason.CardSuspended || one.State is InstalmentState.Running));
        await HandleCardAsync(card, CardActionKind.Cancelled);
        var cancelledOn = portal.Services.GetRequiredService<PortalTimeZone>().Today;
        Assert.Equal(cancelledOn, (await holders.FactsAsync(id)).LastDay);
        Assert.Equal(cancelledOn, (await holders.InstalmentsAsync(id))[^1].Instalment.To);

        Assert.IsType<AllowanceChangedElsewhere>((await Desk.EndAsync(office, id, cancelledOn, "Moved away", 7, holders.Cards.Begin("AllowanceEnding", office), default)).Refusal);
        Assert.True((await Desk.EndAsync(office, id, from, "Moved away", 0, holders.Cards.Begin("AllowanceEnding", office), default)).Succeeded);
        Assert.Equal(from, (await holders.InstalmentsAsync(id)).Single().Instalment.To);
        Assert.Equal(1L, await ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'allowance-ended'", id));
        Assert.IsType<CaseNotFound>((await Desk.EndAsync(card.Talent, id, from, "x", 1, holders.Cards.Begin("AllowanceEnding", card.Talent), default)).Refusal);

        async Task<Core.Kernel.Result> EnterAsync(DateOnly period, int months, bool employed = true) => await Desk.EnterAsync(
            office, id, new ConditionEntering(period, employed, months, "List"), holders.Cards.Begin("ConditionEntering", office), default);
    }

    [Fact]
    public async Task MonthsPossible_AreThoseOfThePeriod_AndOfWhatIsPaidOnceAsManyAsAnEntryHolds()
    {
        var facts = await holders.FactsAsync((await holders.GrantAsync()).AllowanceId);
        Assert.Equal(1, facts.MonthsPossible(Of("2026-05-17", "2026-05-31")));
        Assert.Equal(13, facts.MonthsPossible(Of("2026-05-17", "2027-05-16")));
        Assert.Equal(120, facts.MonthsPossible(Of("2026-05-17", "2036-05-16")));
        Assert.Equal(120, (facts with { Allowance = facts.Allowance with { Period = null } }).MonthsPossible(Of("2026-05-17", "2026-05-17")));
        Assert.All(portal.Services.GetRequiredService<ParameterTable>().Of("allowance.insuranceMonthsOnce"),
            one => Assert.Equal(ConditionEntry.MostInsuranceMonths, one.Max));

        static Instalment Of(string from, string to) =>
            new(DateOnly.ParseExact(from, "O", CultureInfo.InvariantCulture), DateOnly.ParseExact(to, "O", CultureInfo.InvariantCulture), 1000, IsWhole: true);
    }

    [Fact]
    public void EveryAllowanceOfTheCatalogue_CanBeChosenInTheForm()
    {
        var codes = portal.Services.GetRequiredService<CodeTables>();
        Assert.All(portal.Services.GetRequiredService<BenefitCatalogues>().Current.Catalogue.Benefits.Where(one => one.Kind is BenefitKind.Allowance),
            one => Assert.NotNull(codes["allowance-benefits"].Find(one.Code)));
    }

    [Theory]
    [InlineData("update allowances set amount = 0 where case_id = $1")]
    [InlineData("update allowances set ended_on = from_on where case_id = $1")]
    [InlineData("update allowances set until_on = from_on - 1 where case_id = $1")]
    [InlineData("update allowances set account_masked = '6222021234567890128' where case_id = $1")]
    [InlineData("update allowances set partial = 'Half' where case_id = $1")]
    [InlineData("insert into recoveries (id, case_id, ground, amount, reason, due_on, claimed_at) select gen_random_uuid(), $1, 'Revoked', 0, 'x', current_date, current_timestamp")]
    [InlineData("insert into allowance_conditions select gen_random_uuid(), $1, current_date, true, -1, 'x', (select id from portal_users limit 1), current_timestamp")]
    [InlineData("insert into allowance_conditions select gen_random_uuid(), $1, current_date, true, 121, 'x', (select id from portal_users limit 1), current_timestamp")]
    public async Task Check_IsHeld(string sql)
    {
        var id = await portal.Database.ScalarAsync("select case_id from allowances limit 1") as Guid? ?? (await holders.GrantAsync()).AllowanceId;
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(sql, id));
        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    private async Task HandleCardAsync(HeldCard card, CardActionKind kind)
    {
        var office = await holders.OfficeAsync();
        var revision = (int)(await ScalarAsync("select revision from talent_cards where case_id = $1", card.CardId))!;
        var done = await portal.Services.GetRequiredService<CardDesk>().DoAsync(
            office, card.CardId, new CardDeed(kind, "Checked", null, revision), holders.Cards.Begin("CardHandling", office), default);
        Assert.True(done.Succeeded, done.Refusal?.ToString());
    }

    private Task<object?> ScalarAsync(string sql, Guid id) => portal.Database.ScalarAsync(sql, id);
}
