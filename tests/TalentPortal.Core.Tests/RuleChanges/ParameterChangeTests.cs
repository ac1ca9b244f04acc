using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.Seeding;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.RuleChanges;

/// <summary>Parameters as dated versions, written by one person and released by another.</summary>
public sealed class ParameterChangeTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private RuleDesk Desk { get; } = new(portal);

    [Fact]
    public async Task Release_BySomebodyElse_HoldsFromItsDayOnAndIsInTheAudit()
    {
        var day = Desk.Today.AddDays(10);
        var draft = (await Desk.WriteAsync("objection.days", 12, day)).Value;
        Assert.Equal(10, Desk.Parameters.Int("objection.days", day));

        var released = (await Desk.ReleaseAsync(draft)).Value;

        Assert.Equal((10, 12), (Desk.Parameters.Int("objection.days", day.AddDays(-1)), Desk.Parameters.Int("objection.days", day)));
        var now = Desk.Parameters.Find("objection.days", day)!;
        Assert.Equal((Provenance.SourceDocument, "Document 12 (2026)"), (now.Provenance, now.Source));
        Assert.Equal(await portal.Database.ScalarAsync("select display_name from portal_users where id = $1", released.ReleasedBy!.Value), now.ApprovedBy);
        Assert.Equal(day, Desk.Parameters.Of("objection.days")[0].EffectiveTo);
        Assert.Equal(2L, await portal.Database.ScalarAsync(
            "select count(*) from operation_events where type in ('RuleDrafted', 'RuleReleased') and facts->>'change' = $1", draft.Id.ToString()));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Release_ByItsAuthorOrWithoutTheRight_IsRefusedThereAndInTheDatabase()
    {
        var own = (await Desk.WriteAsync("retention.caseYears", 12, Desk.Today, RuleDesk.Office)).Value;
        Assert.IsType<RuleOwnRelease>((await Desk.ReleaseAsync(own)).Refusal);
        Assert.IsType<RuleNotPermitted>((await Desk.ReleaseAsync(own, RuleDesk.Admin)).Refusal);
        Assert.IsType<RuleNotPermitted>((await Desk.WriteAsync("retention.logMonths", 12, Desk.Today, "town@demo")).Refusal);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => portal.Database.ScalarAsync(
            "update rule_changes set status = 'Released', released_by = author_id, released_at = $2, release_reason = 'x' where id = $1",
            own.Id, portal.Clock.GetUtcNow()));
        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
        Assert.True((await Desk.DiscardAsync(own, RuleDesk.Office)).Succeeded);
    }

    [Fact]
    public async Task Released_IsNeverEdited()
    {
        var released = (await Desk.ReleaseAsync((await Desk.WriteAsync("recog.maxAge", 65, Desk.Today.AddDays(2))).Value)).Value;

        Assert.IsType<RuleChangeClosed>((await Desk.EditAsync(released, 70)).Refusal);
        Assert.IsType<RuleChangeClosed>((await Desk.DiscardAsync(released)).Refusal);
        foreach (var sql in new[] { "update rule_changes set content = '{}' where id = $1", "delete from rule_changes where id = $1" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => portal.Database.ScalarAsync(sql, released.Id));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Theory]
    [InlineData("recog.maxAge", "121", typeof(RuleValueTooLarge))]
    [InlineData("recog.maxAge", "-1", typeof(RuleValueTooSmall))]
    [InlineData("recog.maxAge", "60.5", typeof(RuleValueNotWhole))]
    [InlineData("recog.maxAge", "sixty", typeof(RuleValueNotNumber))]
    [InlineData("recog.maxAge", "", typeof(RuleValueNotNumber))]
    [InlineData("recog.quotaSenior", "1.2", typeof(RuleValueTooLarge))]
    [InlineData("reminder.fromHour", "9.5", typeof(RuleValueNotWhole))]
    [InlineData("panel.mustBeOdd", "perhaps", typeof(RuleValueNotYesOrNo))]
    [InlineData("recog.certificatePrefix", "ysrc", typeof(RuleValueNotOfForm))]
    [InlineData("recog.cutJunior", "60.0", typeof(RuleDraftOpen))]
    public async Task Write_BadValue_IsRefused(string key, string value, Type refusal)
    {
        if (refusal == typeof(RuleDraftOpen)) Assert.True((await Desk.WriteAsync(key, 61, Desk.Today)).Succeeded);
        Assert.IsType(refusal, (await Desk.WriteAsync(key, value, Desk.Today)).Refusal);
    }

    [Fact]
    public async Task Write_BadDraft_IsRefused()
    {
        var good = RuleDesk.From(Desk.Today);
        var input = new ParameterInput("11", ParameterUnit.WorkingDays);
        Assert.IsType<RuleUnitDiffers>((await Desk.WriteAsync("supplement.days", input with { Unit = ParameterUnit.Days }, good)).Refusal);
        Assert.IsType<RuleFromPast>((await Desk.WriteAsync("supplement.days", input, good with { ValidFrom = Desk.Today.AddDays(-1) })).Refusal);
        Assert.IsType<RuleSourceMissing>((await Desk.WriteAsync("supplement.days", input, good with { Source = " " })).Refusal);
        Assert.IsType<RuleReasonMissing>((await Desk.WriteAsync("supplement.days", input, good with { Reason = new string('x', 2001) })).Refusal);
        Assert.IsType<RuleNotFound>((await Desk.WriteAsync("supplement.nothing", input, good)).Refusal);
        var same = new RuleDraft(Desk.Today, Provenance.DefaultUnverified, "Default for demonstration", "Why not.");
        Assert.IsType<RuleUnchanged>((await Desk.WriteAsync("supplement.days", input with { Value = "15" }, same)).Refusal);
        // A value may stay and only be confirmed.
        Assert.True((await Desk.WriteAsync("supplement.days", input with { Value = "15.0" }, good)).Succeeded);
    }

    [Fact]
    public async Task Release_OfADraftThatChangedOrWhoseDayIsGone_IsRefused()
    {
        var draft = (await Desk.WriteAsync("notice.workingDays", 7, Desk.Today.AddDays(1))).Value;
        Assert.IsType<RuleNotAuthor>((await Desk.EditAsync(draft, 8, RuleDesk.Office)).Refusal);
        var edited = (await Desk.EditAsync(draft, 8)).Value;
        Assert.IsType<RuleDraftChanged>((await Desk.ReleaseAsync(edited, revision: 1)).Refusal);
        Assert.IsType<RuleDraftChanged>((await Desk.EditAsync(edited, 9, revision: 1)).Refusal);
        Assert.Equal(5, Desk.Parameters.Int("notice.workingDays", Desk.Today.AddDays(1)));
        portal.Clock.Advance(TimeSpan.FromDays(2));
        try
        {
            Assert.IsType<RuleDayPassed>((await Desk.ReleaseAsync(edited)).Refusal);
        }
        finally
        {
            portal.Clock.Advance(TimeSpan.FromDays(-2));
        }
    }

    [Fact]
    public async Task Withdraw_BeforeItsDay_IsAChangeOfItsOwnThatSomebodyElseReleases()
    {
        var day = Desk.Today.AddDays(20);
        var released = (await Desk.ReleaseAsync((await Desk.WriteAsync("recog.validYears", 5, day)).Value)).Value;
        var twice = (await Desk.WriteAsync("recog.validYears", 4, day)).Value;
        Assert.IsType<RuleDayTaken>((await Desk.ReleaseAsync(twice)).Refusal);
        Assert.True((await Desk.DiscardAsync(twice)).Succeeded);

        var withdrawal = (await Desk.WithdrawAsync(released)).Value;
        Assert.Equal(5, Desk.Parameters.Int("recog.validYears", day));
        Assert.True((await Desk.ReleaseAsync(withdrawal)).Succeeded);

        Assert.Equal(3, Desk.Parameters.Int("recog.validYears", day));
        Assert.IsType<RuleHoldsAlready>((await Desk.WithdrawAsync(released)).Refusal);
        var again = (await Desk.WriteAsync("recog.validYears", 4, day)).Value;
        Assert.True((await Desk.ReleaseAsync(again)).Succeeded);
        Assert.Equal(4, Desk.Parameters.Int("recog.validYears", day));
    }

    [Fact]
    public async Task Release_HoldingAlready_CannotBeWithdrawn()
    {
        var released = (await Desk.ReleaseAsync((await Desk.WriteAsync("recog.rectifyDays", 45, Desk.Today)).Value)).Value;

        Assert.Equal(45, Desk.Parameters.Int("recog.rectifyDays", Desk.Today));
        Assert.IsType<RuleHoldsAlready>((await Desk.WithdrawAsync(released)).Refusal);
    }

    [Fact]
    public async Task Look_AfterAnotherPortalReleased_TakesItOver_AndLoadingSeedsAgainLeavesIt()
    {
        var rules = portal.Services.GetRequiredService<ReleasedRules>();
        await rules.LookAsync(CancellationToken.None);
        var written = (await Desk.WriteAsync("panel.discussionSpread", 25, Desk.Today)).Value;
        await portal.Database.ScalarAsync(
            "update rule_changes set status = 'Released', released_by = (select id from portal_users where user_name = 'office@demo'), "
            + "released_at = $2, release_reason = 'x' where id = $1", written.Id, portal.Clock.GetUtcNow());
        Assert.Equal(20, Desk.Parameters.Decimal("panel.discussionSpread", Desk.Today));

        Assert.True(await rules.LookAsync(CancellationToken.None));
        Assert.False(await rules.LookAsync(CancellationToken.None));
        await portal.Services.GetRequiredService<SeedRunner>().RunAsync(CancellationToken.None);
        await rules.LoadAsync(CancellationToken.None);

        Assert.Equal(25, Desk.Parameters.Decimal("panel.discussionSpread", Desk.Today));
    }
}
