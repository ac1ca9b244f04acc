using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Recoveries;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.Allowances;

/// <summary>Batches from making to settling, what comes back, and what is claimed back: on a real database.</summary>
public sealed class AllowancePaymentTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    private readonly AllowanceHolders holders = new(portal);

    private PaymentBatches Batches => portal.Services.GetRequiredService<PaymentBatches>();

    private PaymentResults Results => portal.Services.GetRequiredService<PaymentResults>();

    private BankFiles Files => portal.Services.GetRequiredService<BankFiles>();

    private RecoveryDesk Recoveries => portal.Services.GetRequiredService<RecoveryDesk>();

    private PortalTimeZone Zone => portal.Services.GetRequiredService<PortalTimeZone>();

    [Fact]
    public async Task Batch_IsMadeByOneReleasedByAnother_ItsFileTaken_AndPaid()
    {
        var (office, leader) = (await holders.OfficeAsync(), await holders.LeaderAsync());
        var (card, id) = await DueAsync();
        Assert.IsType<BatchDayNotPossible>((await MakeAsync(office, Zone.Today.AddDays(1))).Refusal);
        Assert.IsType<PaymentNotPermitted>((await MakeAsync(leader)).Refusal);
        var batch = (await MakeAsync(office)).Value;
        Assert.IsType<NothingToPay>((await MakeAsync(office)).Refusal);

        Assert.IsType<BatchNotInState>((await Files.TakeAsync(office, batch, "For the bank", Begin(office), default)).Refusal);
        Assert.IsType<BatchIsOwn>((await Batches.ReleaseAsync(office, batch, 0, Begin(office), default)).Refusal);
        Assert.IsType<AllowanceChangedElsewhere>((await Batches.ReleaseAsync(leader, batch, 1, Begin(leader), default)).Refusal);
        Assert.True((await Batches.ReleaseAsync(leader, batch, 0, Begin(leader), default)).Succeeded);
        Assert.IsType<BatchNotInState>((await Batches.DropAsync(office, batch, "Too late", 1, Begin(office), default)).Refusal);

        Assert.IsType<AllowanceReasonMissing>((await Files.TakeAsync(office, batch, " ", Begin(office), default)).Refusal);
        var file = (await Files.TakeAsync(office, batch, "For the bank", Begin(office), default)).Value;
        var text = Encoding.UTF8.GetString(file.Content);
        Assert.StartsWith("\uFEFFbatch,place,payee,bank,account,amount,currency,benefit,period_from,period_to\r\nJT", text, StringComparison.Ordinal);
        Assert.Contains($",1,Qin Xiaohe,\"Guilin Bank, Yanshan\",{AllowanceHolders.Account},", text, StringComparison.Ordinal);
        Assert.Equal(file.Sha256, (await Files.TakeAsync(office, batch, "Lost it", Begin(office), default)).Value.Sha256);
        Assert.Equal(file.Sha256, await ScalarAsync("select file_sha256 from payment_batches where case_id = $1", batch));
        Assert.Equal(2L, await ScalarAsync("select count(*) from operation_events where type = 'BankAccountsUnmasked' and facts->>'case' = $1", batch.ToString()));
        Assert.Equal(0L, await ScalarAsync("select count(*) from operation_events where position($1 in facts::text) > 0", AllowanceHolders.Account));

        Assert.IsType<PaymentDayNotPossible>((await Results.PaidAsync(office, batch, Zone.Today.AddDays(1), Begin(office), default)).Refusal);
        Assert.True((await Results.PaidAsync(office, batch, Zone.Today, Begin(office), default)).Succeeded);
        Assert.Equal("Settled", await ScalarAsync("select status from payment_batches where case_id = $1", batch));
        Assert.Equal(InstalmentState.Paid, (await holders.InstalmentsAsync(id))[0].State);
        Assert.Equal(1L, await ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'allowance-paid' and recipient_id = $2", batch, card.Talent.UserId));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Returned_TheInstalmentWaitsForAnotherAccount_AndIsPaidAgain()
    {
        var (office, leader) = (await holders.OfficeAsync(), await holders.LeaderAsync());
        var (card, id) = await DueAsync();
        var batch = await ReleasedAsync(office, leader);
        var payment = await PaymentAsync(batch, id);
        Assert.True((await Results.ReturnAsync(office, batch, payment, Zone.Today, "The name differs", Begin(office), default)).Succeeded);
        Assert.IsType<PaymentNotOpen>((await Results.ReturnAsync(office, batch, payment, Zone.Today, "Again", Begin(office), default)).Refusal);
        var held = (await holders.InstalmentsAsync(id))[0];
        Assert.Equal((HoldReason.AccountToMend, "The name differs"), (held.Held, held.Payment?.ReturnReason));
        Assert.IsType<NothingToPay>((await MakeAsync(office)).Refusal);

        var own = portal.Services.GetRequiredService<OwnAllowances>();
        Assert.IsType<AccountUnchanged>((await own.PayToAsync(card.Talent, id, "Bank", AllowanceHolders.Account, Begin(card.Talent), default)).Refusal);
        Assert.IsType<CaseNotFound>((await own.PayToAsync(office, id, "Bank", AllowanceHolders.OtherAccount, Begin(office), default)).Refusal);
        Assert.True((await own.PayToAsync(card.Talent, id, "Other Bank", AllowanceHolders.OtherAccount, Begin(card.Talent), default)).Succeeded);
        var again = await ReleasedAsync(office, leader);
        Assert.Contains(AllowanceHolders.OtherAccount, Encoding.UTF8.GetString((await Files.TakeAsync(office, again, "For the bank", Begin(office), default)).Value.Content), StringComparison.Ordinal);
        Assert.True((await Results.PaidAsync(office, again, Zone.Today, Begin(office), default)).Succeeded);
    }

    [Fact]
    public async Task ReturnedDaysAfterItArrived_IsDueAgainOnce_AndNeverOnceItWasClaimedBack()
    {
        var (office, leader) = (await holders.OfficeAsync(), await holders.LeaderAsync());
        var (card, id) = await DueAsync();
        var batch = await ReleasedAsync(office, leader);
        var (payment, arrived) = (await PaymentAsync(batch, id), Zone.Today);
        Assert.True((await Results.PaidAsync(office, batch, arrived, Begin(office), default)).Succeeded);
        var amount = (await holders.FactsAsync(id)).Paid;
        portal.Clock.Advance(TimeSpan.FromDays(4));

        Assert.IsType<PaymentDayNotPossible>((await BackAsync(office, batch, payment, arrived.AddDays(-1))).Refusal);
        Assert.IsType<PaymentDayNotPossible>((await BackAsync(office, batch, payment, Zone.Today.AddDays(1))).Refusal);
        Assert.IsType<AllowanceIsOwn>((await BackAsync(office with { PersonId = card.Talent.PersonId }, batch, payment, Zone.Today)).Refusal);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => BackAsync(office, batch, payment, Zone.Today.AddDays(-1)))));
        Assert.IsType<PaymentNotOpen>(Assert.Single(both, one => !one.Succeeded).Refusal);
        var facts = await holders.FactsAsync(id);
        var returned = Assert.Single(facts.Payments);
        Assert.Equal((PaymentStatus.Returned, arrived, Zone.Today.AddDays(-1)), (returned.Status, returned.ArrivedOn, returned.SettledOn));
        Assert.Equal((0m, 0m), (facts.Paid, facts.Claimable));
        Assert.Equal(HoldReason.AccountToMend, (await holders.InstalmentsAsync(id))[0].Held);
        Assert.Equal("Settled", await ScalarAsync("select status from payment_batches where case_id = $1", batch));
        Assert.Equal(1L, await ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'allowance-returned' and recipient_id = $2", batch, card.Talent.UserId));
        Assert.IsType<NothingToPay>((await MakeAsync(office)).Refusal);

        Assert.True((await portal.Services.GetRequiredService<OwnAllowances>().PayToAsync(card.Talent, id, "Other Bank", AllowanceHolders.OtherAccount, Begin(card.Talent), default)).Succeeded);
        var again = await ReleasedAsync(office, leader);
        Assert.True((await Results.PaidAsync(office, again, Zone.Today, Begin(office), default)).Succeeded);
        Assert.Equal(amount, (await holders.FactsAsync(id)).Paid);
        var from = returned.PeriodFrom;
        Assert.IsType<PeriodNotClaimable>((await Recoveries.ClaimAsync(office, id, new RecoveryClaim(1, from.AddMonths(6), "Not paid at all"), Begin(office), default)).Refusal);
        Assert.True((await Recoveries.ClaimAsync(office, id, new RecoveryClaim(1, from, "Worked elsewhere"), Begin(office), default)).Succeeded);
        Assert.IsType<PaymentClaimedBack>((await BackAsync(office, again, await PaymentAsync(again, id), Zone.Today)).Refusal);
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Returned_WithAPartKeptBack_TheRecoveryIsOpenAgain_AndSumsThatAreClaimedStayCovered()
    {
        var (office, leader) = (await holders.OfficeAsync(), await holders.LeaderAsync());
        var (_, id) = await DueAsync();
        var first = await ReleasedAsync(office, leader);
        Assert.True((await Results.PaidAsync(office, first, Zone.Today, Begin(office), default)).Succeeded);
        Assert.True((await Recoveries.ClaimAsync(office, id, new RecoveryClaim(50, null, "Two days elsewhere"), Begin(office), default)).Succeeded);
        var colleague = office with { UserId = leader.UserId };
        Assert.True((await Recoveries.SetOffAsync(colleague, id, (await holders.FactsAsync(id)).Recoveries.Single().Id, "Agreed", Begin(colleague), default)).Succeeded);
        portal.Clock.Advance(TimeSpan.FromDays(31));
        await holders.FulfilAsync(id);
        var second = await ReleasedAsync(office, leader);
        Assert.True((await Results.PaidAsync(office, second, Zone.Today, Begin(office), default)).Succeeded);
        Assert.Equal(0, (await holders.FactsAsync(id)).RecoveryStandings.Single().Left);
        Assert.True((await BackAsync(office, second, await PaymentAsync(second, id), Zone.Today)).Succeeded);
        Assert.Equal(50, (await holders.FactsAsync(id)).RecoveryStandings.Single().Left);
        Assert.IsType<PaymentClaimedBack>((await BackAsync(office, first, await PaymentAsync(first, id), Zone.Today)).Refusal);
    }

    [Fact]
    public async Task ParallelMakers_NoInstalmentStandsTwice()
    {
        var office = await holders.OfficeAsync();
        await DueAsync();
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => MakeAsync(office))));
        Assert.Single(made, one => one.Succeeded);
        Assert.All(made.Where(one => !one.Succeeded), one => Assert.True(one.Refusal is NothingToPay or InstalmentTakenMeanwhile, one.Refusal?.ToString()));
        var batch = made.Single(one => one.Succeeded).Value;
        var copy = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(
            """
            insert into payments (id, case_id, place, allowance_id, period_from, period_to, amount, status)
            select gen_random_uuid(), case_id, place + 500, allowance_id, period_from, period_to, amount, 'Planned' from payments where case_id = $1
            """, batch));
        Assert.Equal("payments_one_an_instalment", copy.ConstraintName);
        Assert.True((await Batches.DropAsync(office, batch, "Only a test", 0, Begin(office), default)).Succeeded);
        var next = await MakeAsync(office);
        Assert.True(next.Succeeded);
        Assert.True((await Batches.DropAsync(office, next.Value, "Only a test", 0, Begin(office), default)).Succeeded);
    }

    [Fact]
    public async Task Release_AfterSomethingChanged_IsRefused_AndTheOwnPaymentIsLeftToOthers()
    {
        var (office, leader) = (await holders.OfficeAsync(), await holders.LeaderAsync());
        var (card, id) = await DueAsync();
        var batch = (await MakeAsync(office)).Value;
        var ended = await portal.Services.GetRequiredService<AllowanceDesk>().EndAsync(
            office, id, (await holders.FactsAsync(id)).Allowance.FromOn.AddDays(-1), "Never met", 0, Begin(office), default);
        Assert.True(ended.Succeeded, ended.Refusal?.ToString());
        Assert.Equal(new BatchOutdated(1), (await Batches.ReleaseAsync(leader, batch, 0, Begin(leader), default)).Refusal);
        Assert.True((await Batches.DropAsync(office, batch, "Outdated", 0, Begin(office), default)).Succeeded);

        var (other, owned) = await DueAsync();
        var asHolder = office with { PersonId = other.Talent.PersonId };
        var made = await MakeAsync(asHolder);
        Assert.True(made.Succeeded || made.Refusal is NothingToPay, made.Refusal?.ToString());
        if (made.Succeeded)
        {
            Assert.Equal(0L, await ScalarAsync("select count(*) from payments where case_id = $1 and allowance_id = $2", made.Value, owned));
            Assert.True((await Batches.DropAsync(office, made.Value, "Only a test", 0, Begin(office), default)).Succeeded);
        }

        var theirs = (await MakeAsync(office)).Value;
        Assert.IsType<AllowanceIsOwn>((await Batches.ReleaseAsync(leader with { PersonId = other.Talent.PersonId }, theirs, 0, Begin(leader), default)).Refusal);
        Assert.True((await Batches.DropAsync(office, theirs, "Only a test", 0, Begin(office), default)).Succeeded);
        Assert.NotEqual(card.CardId, other.CardId);
    }

    [Fact]
    public async Task Recovery_IsClaimedReceivedAndKeptBack_NeverMoreThanPaid()
    {
        var (office, leader) = (await holders.OfficeAsync(), await holders.LeaderAsync());
        var (card, id) = await DueAsync();
        var batch = await ReleasedAsync(office, leader);
        Assert.Equal(new RecoveryNotPossible(0), (await Recoveries.ClaimAsync(office, id, new RecoveryClaim(100, null, "Not yet paid"), Begin(office), default)).Refusal);
        Assert.True((await Results.PaidAsync(office, batch, Zone.Today, Begin(office), default)).Succeeded);
        var paid = (await holders.FactsAsync(id)).Paid;
        Assert.Equal(new RecoveryNotPossible(paid), (await Recoveries.ClaimAsync(office, id, new RecoveryClaim(paid + 0.01m, null, "Too much"), Begin(office), default)).Refusal);
        Assert.IsType<RecoveryNotPossible>((await Recoveries.ClaimAsync(office, id, new RecoveryClaim(-5, null, "Absurd"), Begin(office), default)).Refusal);
        Assert.True((await Recoveries.ClaimAsync(office, id, new RecoveryClaim(60, null, "Worked elsewhere for two days"), Begin(office), default)).Succeeded);
        var claimed = (await holders.FactsAsync(id)).Recoveries.Single();
        Assert.Equal(Zone.Today.AddDays(30), claimed.DueOn);
        Assert.True((await Recoveries.ReceiveAsync(office, id, claimed.Id, 20, Zone.Today, Begin(office), default)).Succeeded);
        Assert.Equal(new ReceiptNotPossible(40), (await Recoveries.ReceiveAsync(office, id, claimed.Id, 41, Zone.Today, Begin(office), default)).Refusal);
        Assert.IsType<SetOffByClaimant>((await Recoveries.SetOffAsync(office, id, claimed.Id, "Agreed", Begin(office), default)).Refusal);
        var colleague = office with { UserId = leader.UserId };
        Assert.True((await Recoveries.SetOffAsync(colleague, id, claimed.Id, "Agreed with the holder", Begin(colleague), default)).Succeeded);
        Assert.IsType<SetOffDecidedAlready>((await Recoveries.SetOffAsync(colleague, id, claimed.Id, "Agreed", Begin(colleague), default)).Refusal);

        portal.Clock.Advance(TimeSpan.FromDays(31));
        await holders.FulfilAsync(id);
        var next = (await MakeAsync(office)).Value;
        Assert.Equal(40m, await ScalarAsync("select sum(set_off) from payments where case_id = $1", next));
        Assert.Equal(0, (await holders.FactsAsync(id)).RecoveryStandings.Single().Left);
        Assert.True((await Batches.DropAsync(office, next, "Only a test", 0, Begin(office), default)).Succeeded);
        Assert.Equal(40, (await holders.FactsAsync(id)).RecoveryStandings.Single().Left);
        Assert.NotEqual(Guid.Empty, card.CardId);
    }

    [Fact]
    public async Task Clawback_OfADecision_EndsAndClaimsOnce()
    {
        var (office, leader) = (await holders.OfficeAsync(), await holders.LeaderAsync());
        var (card, id) = await DueAsync();
        Assert.True((await Results.PaidAsync(office, await ReleasedAsync(office, leader), Zone.Today, Begin(office), default)).Succeeded);
        var clawback = portal.Services.GetRequiredService<AllowanceClawback>();
        var stake = (await clawback.PreviewAsync(card.CardId, default)).Single();
        Assert.Equal((id, true), (stake.AllowanceId, stake.Claimable == stake.Paid && stake.Paid > 0));
        var order = new ClawbackOrder(card.ApplicationCaseId, Zone.Today, stake.Paid, RecoveryGround.Revoked, "The recognition was revoked", DecidedBy: null);
        Assert.True((await clawback.ApplyAsync(id, order, Begin(leader), default)).Succeeded);
        Assert.True((await clawback.ApplyAsync(id, order, Begin(leader), default)).Succeeded);
        var facts = await holders.FactsAsync(id);
        Assert.Equal((AllowanceStatus.Ended, Zone.Today, 0m), (facts.Allowance.Status, facts.Allowance.EndedOn!.Value, facts.Claimable));
        Assert.Single(facts.Recoveries);
        Assert.Equal("allowance-ended,allowance-recovery", await ScalarAsync(
            "select string_agg(template, ',' order by template) from outbox_messages where case_id = $1 and template like 'allowance-%'", id));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+86", "'+86")]
    [InlineData("  @sum", "'  @sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("   ", "'   ")]
    [InlineData("", "")]
    [InlineData("a=b-c", "a=b-c")]
    [InlineData("A, \"B\"", "\"A, \"\"B\"\"\"")]
    public void BankFile_NoCellBeginsAFormula(string payee, string cell)
    {
        var file = BankFile.Write("JT1", [new BankLine(1, payee, "Bank", AllowanceHolders.Account, 10.5m, "living-allowance", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31))]);
        Assert.Equal($"\uFEFFbatch,place,payee,bank,account,amount,currency,benefit,period_from,period_to\r\nJT1,1,{cell},Bank,{AllowanceHolders.Account},10.50,CNY,living-allowance,2026-01-01,2026-01-31\r\nTOTAL,1,,,,10.50,CNY,,,\r\n",
            Encoding.UTF8.GetString(file.Content));
    }

    [Theory]
    [InlineData("update payments set set_off = amount, recovery_id = null where case_id = $1")]
    [InlineData("update payments set amount = 0 where case_id = $1")]
    [InlineData("update payments set status = 'Paid' where case_id = $1")]
    [InlineData("update payment_batches set released_by = made_by, released_at = made_at, status = 'Released' where case_id = $1")]
    [InlineData("update payment_batches set file_sha256 = repeat('a', 64) where case_id = $1")]
    public async Task Check_IsHeld(string sql)
    {
        var office = await holders.OfficeAsync();
        if (await portal.Database.ScalarAsync("select case_id from payment_batches where status = 'Made'") is not Guid batch)
        {
            await DueAsync();
            batch = (await MakeAsync(office)).Value;
        }

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(sql, batch));
        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
        Assert.True((await Batches.DropAsync(office, batch, "Only a test", 0, Begin(office), default)).Succeeded);
    }

    /// <summary>An allowance whose first period is over and fulfilled.</summary>
    private async Task<(HeldCard Card, Guid AllowanceId)> DueAsync()
    {
        var granted = await holders.GrantAsync();
        var from = (await holders.FactsAsync(granted.AllowanceId)).Allowance.FromOn;
        portal.Clock.Set(Zone.StartOf(new DateOnly(from.Year, from.Month, 1).AddMonths(1)));
        await holders.FulfilAsync(granted.AllowanceId);
        return granted;
    }

    private async Task<Guid> ReleasedAsync(Actor office, Actor leader)
    {
        var batch = (await MakeAsync(office)).Value;
        var released = await Batches.ReleaseAsync(leader, batch, 0, Begin(leader), default);
        Assert.True(released.Succeeded, released.Refusal?.ToString());
        return batch;
    }

    private Task<Result<Guid>> MakeAsync(Actor actor, DateOnly? upTo = null) => Batches.MakeAsync(actor, upTo ?? Zone.Today, Begin(actor), default);

    private Task<Result> BackAsync(Actor actor, Guid batch, Guid payment, DateOnly on) =>
        Results.ReturnAsync(actor, batch, payment, on, "The account is closed", Begin(actor), default);

    private async Task<Guid> PaymentAsync(Guid batch, Guid allowance) =>
        (Guid)(await ScalarAsync("select id from payments where case_id = $1 and allowance_id = $2", batch, allowance))!;

    private Operation Begin(Actor actor) => holders.Cards.Begin("PaymentHandling", actor);

    private Task<object?> ScalarAsync(string sql, params object[] values) => portal.Database.ScalarAsync(sql, values);
}
