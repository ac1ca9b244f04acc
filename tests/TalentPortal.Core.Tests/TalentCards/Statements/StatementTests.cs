using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.Core.TalentCards.Statements;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards.Statements;

/// <summary>A month of a venue is drawn once and stays; the partner answers it, the office answers the partner.</summary>
public sealed class StatementTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    private readonly Venues venues = new(portal);

    [Fact]
    public async Task Draw_AMonthThatIsOver_OnceWithSumsNumberAndChecksum()
    {
        var month = await BeginMonthAsync();
        var (card, staff) = (await new CardHolders(portal).IssueAsync(), await venues.StaffAsync());
        await RedeemAsync(card, staff);
        await TakeBackAsync(await RedeemAsync(card, staff));
        await DrawAsync();
        Assert.Empty(await OfMonthAsync(month));
        await EndMonthAsync();
        await Task.WhenAll(DrawAsync(), DrawAsync());
        var drawn = Assert.Single(await OfMonthAsync(month));
        Assert.Equal((StatementStatus.Open, new StatementSums(1, 1, 0, 30)), (drawn.Status, drawn.Sums));
        Assert.Matches($"^DZ{month:yyyyMM}-[0-9]{{5}}$", drawn.Number);
        var uses = await Reader.UsesAsync(drawn, default);
        Assert.Equal(drawn.Checksum, StatementSums.Checksum(drawn.Number, drawn.VenueId, drawn.Month, uses.Select(use => use.Entry)));
        Assert.Equal(1L, await ScalarAsync("select count(*) from outbox_messages where template = 'statement-drawn' and parameters->>'statement' = $1", drawn.Number));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Draw_WhatAnEarlierStatementDidNotKnow_IsACorrectionOfTheNext()
    {
        var first = await BeginMonthAsync();
        var (card, staff) = (await new CardHolders(portal).IssueAsync(), await venues.StaffAsync());
        var (kept, taken) = (await RedeemAsync(card, staff), await RedeemAsync(card, staff));
        await EndMonthAsync();
        await DrawAsync();
        await TakeBackAsync(taken);
        await RedeemAsync(card, staff);
        // Handed in after its month was drawn.
        var late = await RedeemAsync(card, staff);
        await ScalarAsync("update redemptions set redeemed_on = $2 where id = $1", late, first.AddDays(20));
        await EndMonthAsync();
        await DrawAsync();
        var next = Assert.Single(await OfMonthAsync(first.AddMonths(1)));
        Assert.Equal(new StatementSums(1, 0, 2, 30), next.Sums);
        var uses = (await Reader.UsesAsync(next, default)).ToDictionary(use => use.Entry.RedemptionId, use => (use.Entry.Kind, use.Entry.Counts));
        Assert.Equal((StatementEntryKind.LateReversal, -1), uses[taken]);
        Assert.Equal((StatementEntryKind.LateUse, 1), uses[late]);
        Assert.DoesNotContain(kept, uses.Keys);
        Assert.Equal(2, Assert.Single(await OfMonthAsync(first)).Sums.Uses);
    }

    [Fact]
    public async Task Object_ByTheManagerInTime_TheOfficeCorrects_AnotherTakesItsPlace()
    {
        var (statement, use) = await DrawnAsync();
        var (manager, office) = (await venues.ManagerAsync(), await OfficeAsync());
        Assert.IsType<StatementUnknown>((await ObjectAsync(await venues.StaffAsync(), statement, "Not mine")).Refusal);
        Assert.IsType<StatementUnknown>((await ObjectAsync(office, statement, "Not mine")).Refusal);
        Assert.IsType<StatementReasonMissing>((await ObjectAsync(manager, statement, " ")).Refusal);
        Assert.IsType<StatementUseUnknown>((await ObjectAsync(manager, statement, "This one", Guid.NewGuid())).Refusal);
        Assert.IsType<StatementNotOpen>((await Decisions.UpholdAsync(office, statement.Id, "No", Begin(office), default)).Refusal);
        var objecting = Begin(manager);
        Assert.True((await ObjectAsync(manager, statement, "Scanned twice", use, objecting)).Succeeded);
        Assert.True((await ObjectAsync(manager, statement, "Scanned twice", use, objecting)).Succeeded);
        Assert.IsType<StatementNotOpen>((await Answers.ConfirmAsync(manager, statement.Id, Begin(manager), default)).Refusal);
        Assert.Equal(1L, await ScalarAsync("select count(*) from outbox_messages where template = 'statement-objected' and parameters->>'statement' = $1", statement.Number));
        Assert.IsType<StatementUnknown>((await Decisions.CorrectAsync(manager, statement.Id, "Yes", Begin(manager), default)).Refusal);
        Assert.IsType<StatementUnchanged>((await Decisions.CorrectAsync(office, statement.Id, "Yes", Begin(office), default)).Refusal);
        await TakeBackAsync(use);
        Assert.True((await Decisions.CorrectAsync(office, statement.Id, "Taken back.", Begin(office), default)).Succeeded);
        var both = await OfMonthAsync(statement.Month);
        var anew = Assert.Single(both, one => one.Status is StatementStatus.Open);
        Assert.Equal((statement.Id, 0, 1), (anew.SupersedesId, anew.Sums.Uses, anew.Sums.TakenBack));
        var old = Assert.Single(both, one => one.Status is StatementStatus.Superseded);
        Assert.Equal((anew.Id, "Taken back.", statement.Checksum), (old.SupersededById, old.Decision, old.Checksum));
        Assert.True((await Answers.ConfirmAsync(manager, anew.Id, Begin(manager), default)).Succeeded);
    }

    [Fact]
    public async Task Object_TheOfficeUpholds_TheManagerReadsWhy()
    {
        var (statement, _) = await DrawnAsync();
        var (manager, office) = (await venues.ManagerAsync(), await OfficeAsync());
        Assert.True((await ObjectAsync(manager, statement, "One is missing")).Succeeded);
        Assert.IsType<StatementReasonMissing>((await Decisions.UpholdAsync(office, statement.Id, null, Begin(office), default)).Refusal);
        Assert.True((await Decisions.UpholdAsync(office, statement.Id, "None is missing.", Begin(office), default)).Succeeded);
        var read = await Reader.FindAsync(manager, statement.Id, default);
        Assert.Equal((StatementStatus.Upheld, "None is missing."), (read!.Status, read.Decision));
        Assert.Null(await Reader.FindAsync(await venues.GymStaffAsync(), statement.Id, default));
        Assert.Null(await Reader.FindAsync(await new TestPeople(portal.Services).TalentAsync(), statement.Id, default));
    }

    [Fact]
    public async Task Silence_AfterTheDays_AcceptsOnlyWhereTheParameterSaysSo_AndIsTooLateToObject()
    {
        var (statement, _) = await DrawnAsync();
        var manager = await venues.ManagerAsync();
        portal.Clock.Advance(TimeSpan.FromDays(statement.AnswerBy.AddDays(1).DayNumber - Zone.Today.DayNumber));
        Assert.IsType<StatementTooLate>((await ObjectAsync(manager, statement, "Late")).Refusal);
        await DrawAsync();
        Assert.Equal(StatementStatus.Open, (await Reader.FindAsync(manager, statement.Id, default))!.Status);
        var parameters = portal.Services.GetRequiredService<ParameterTable>();
        parameters.Adopt([parameters.Of("card.statementSilenceAccepts")[0] with { Value = JsonSerializer.SerializeToElement(true) }]);
        await DrawAsync();
        parameters.Adopt([]);
        Assert.Equal(StatementStatus.Accepted, (await Reader.FindAsync(manager, statement.Id, default))!.Status);
    }

    [Fact]
    public async Task Rows_StayAsTheyWereDrawn_IsTheDatabasesWordToo()
    {
        var (statement, use) = await DrawnAsync();
        async Task<string> RefusedAsync(string sql, params object[] values) =>
            (await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(sql, [statement.Id, .. values]))).SqlState;
        Assert.Equal("42501", await RefusedAsync("update venue_statements set waived = 1 where id = $1"));
        Assert.Equal("42501", await RefusedAsync("update venue_statements set answer_by = answer_by + 9 where id = $1"));
        Assert.Equal("42501", await RefusedAsync("delete from venue_statements where id = $1"));
        Assert.Equal("42501", await RefusedAsync("update venue_statement_entries set waived = 1 where statement_id = $1"));
        Assert.Equal("42501", await RefusedAsync("delete from venue_statement_entries where statement_id = $1 and redemption_id = $2", use));
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusedAsync("update venue_statements set status = 'Confirmed' where id = $1"));
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusedAsync("update venue_statements set status = 'Objected' where id = $1"));
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusedAsync("update venue_statements set status = 'Upheld' where id = $1"));
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await RefusedAsync(
            "insert into venue_statements select $2, 'DZ202601-99999', venue_id, month, null, uses, taken_back, late, waived, checksum, drawn_at, answer_by, status, null, null, null, null, null, null, null, null, null, operation_id from venue_statements where id = $1",
            Guid.NewGuid()));
    }

    private StatementReader Reader => portal.Services.GetRequiredService<StatementReader>();

    private StatementAnswers Answers => portal.Services.GetRequiredService<StatementAnswers>();

    private StatementDecisions Decisions => portal.Services.GetRequiredService<StatementDecisions>();

    private PortalTimeZone Zone => portal.Services.GetRequiredService<PortalTimeZone>();

    private Task<Actor> OfficeAsync() => new TestPeople(portal.Services).DemoAsync("office@demo");

    private Operation Begin(Actor actor) => venues.Begin("StatementAnswering", actor);

    private Task DrawAsync() => portal.Services.GetRequiredService<StatementDrawing>().LookAsync(default);

    private async Task<Core.Kernel.Result> ObjectAsync(Actor actor, VenueStatement statement, string reason, Guid? use = null, Operation? operation = null) =>
        await Answers.ObjectAsync(actor, statement.Id, reason, use is { } named ? [named] : [], operation ?? Begin(actor), default);

    /// <summary>A statement with one use.</summary>
    private async Task<(VenueStatement Statement, Guid Use)> DrawnAsync()
    {
        var month = await BeginMonthAsync();
        var use = await RedeemAsync(await new CardHolders(portal).IssueAsync(), await venues.StaffAsync());
        await EndMonthAsync();
        await DrawAsync();
        return (Assert.Single(await OfMonthAsync(month)), use);
    }

    /// <summary>Goes to a month without uses; what came before is drawn.</summary>
    private async Task<DateOnly> BeginMonthAsync()
    {
        await EndMonthAsync();
        await DrawAsync();
        return new DateOnly(Zone.Today.Year, Zone.Today.Month, 1);
    }

    private Task EndMonthAsync()
    {
        var third = new DateOnly(Zone.Today.Year, Zone.Today.Month, 3).AddMonths(1);
        portal.Clock.Set(Zone.StartOf(third).AddHours(10));
        return Task.CompletedTask;
    }

    private async Task<IReadOnlyList<VenueStatement>> OfMonthAsync(DateOnly month) =>
        await Reader.ListAsync(await OfficeAsync(), new StatementFilter(Month: month, VenueId: await venues.IdAsync(Venues.Garden)), 100, default);

    private async Task<Guid> RedeemAsync(HeldCard card, Actor staff) => (await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(card.CardId)[0])).Value.Id;

    private async Task TakeBackAsync(Guid use)
    {
        var (staff, manager) = (await venues.StaffAsync(), await venues.ManagerAsync());
        var reversals = portal.Services.GetRequiredService<Reversals>();
        Assert.True((await reversals.AskAsync(staff, use, "Wrong", venues.Begin("ReversalAsking", staff), default)).Succeeded);
        Assert.True((await reversals.DecideAsync(manager, use, isAgreed: true, venues.Begin("ReversalDeciding", manager), default)).Succeeded);
    }

    private Task<object?> ScalarAsync(string sql, params object[] values) => portal.Database.ScalarAsync(sql, values);
}
