using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Benefits;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.RuleChanges;

/// <summary>The benefit catalogue as dated versions, written by one person and released by another.</summary>
public sealed class BenefitRuleTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private RuleDesk Desk { get; } = new(portal);

    private BenefitCatalogues Catalogues => portal.Services.GetRequiredService<BenefitCatalogues>();

    [Fact]
    public async Task Release_BySomebodyElse_IsTheNextVersionOnItsDay_AndCardsKeepTheirs()
    {
        var held = await new CardHolders(portal).IssueAsync("\"degree\": \"3\"");
        var before = Catalogues.Current;
        var day = Desk.Today.AddDays(3);
        var draft = (await WriteAsync(day, ("grants/scenic/E", "8"), ("grants/gym/E", "90"), ("grants/library/A", ""), ("bases/Degree/2", "B"), ("levels/E/name/en", "Class E plus"))).Value;
        Assert.IsType<RuleDraftOpen>((await WriteAsync(day, ("grants/scenic/E", "9"))).Refusal);
        var tally = await PlayAsync(draft);
        Assert.Equal((1, 0, 0, 1), (tally.Cards, tally.More, tally.Less, tally.Mixed));
        Assert.Equal([new BenefitShift("scenic", 1, 0), new BenefitShift("gym", 0, 1)], tally.Benefits.OrderByDescending(one => one.Benefit));

        Assert.Null(await KeptAsync(draft.Id));
        Assert.IsType<RuleDraftChanged>((await Desk.ReleaseAsync(draft, revision: draft.Revision + 1)).Refusal);
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from rule_dry_runs where change_id = $1", draft.Id));
        Assert.True((await Desk.ReleaseAsync(draft, withoutDryRun: false)).Succeeded);
        Assert.Same(before, Catalogues.Current);
        portal.Clock.Set(portal.Services.GetRequiredService<PortalTimeZone>().StartOf(day).AddHours(9));
        await portal.RunJobsAsync();
        await portal.RunJobsAsync();

        var now = Catalogues.Current.Catalogue;
        Assert.Equal((before.Catalogue.Version + 1, day), (now.Version, now.EffectiveFrom));
        var (changed, kept) = (now.FindGrant("scenic", "E")!, now.FindGrant("scenic", "D")!);
        Assert.Equal((8m, Provenance.SourceDocument, "Document 12 (2026)"), (changed.Value!.Value, changed.Provenance, changed.Source));
        Assert.Equal((12m, Provenance.DefaultUnverified), (kept.Value!.Value, kept.Provenance));
        Assert.Equal(("B", "Class E plus", null), (now.LevelOf(BasisKind.Degree, "2")!.Code, now.FindLevel("E")!.Name.En, now.FindGrant("library", "A")));
        Assert.Equal(before.Id, await portal.Database.ScalarAsync("select catalogue_version_id from talent_cards where case_id = $1", held.CardId));
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from benefit_catalogue_versions where rule_change_id = $1 and made_by is not null", draft.Id));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));

        // What was counted at the release stays with the version, whatever cards come later.
        await new CardHolders(portal).IssueAsync("\"degree\": \"3\"");
        var counted = (await KeptAsync(Catalogues.Current.RuleChange!.Value))!;
        Assert.Equal((day, tally.ToJson()), (counted.Day, counted.Tally.ToJson()));
        Assert.Equal((await new TestPeople(portal.Services).DemoAsync(RuleDesk.Office)).DisplayName, counted.CountedBy);
        var edit = await Assert.ThrowsAsync<PostgresException>(() => portal.Database.ScalarAsync("update rule_dry_runs set total = 0, done = 0 where change_id = $1", draft.Id));
        Assert.Equal("42501", edit.SqlState);

        // What is taken back before its day never becomes a version.
        var second = (await Desk.ReleaseAsync((await WriteAsync(Desk.Today.AddDays(5), ("grants/scenic/E", "9"))).Value)).Value;
        Assert.True((await Desk.ReleaseAsync((await Desk.WithdrawAsync(second)).Value)).Succeeded);
        portal.Clock.Set(portal.Services.GetRequiredService<PortalTimeZone>().StartOf(Desk.Today.AddDays(6)));
        await portal.RunJobsAsync();
        Assert.Equal(now.Version, Catalogues.Current.Catalogue.Version);
    }

    [Theory]
    [InlineData("grants/scenic/D", "-3", nameof(RuleValueTooSmall))]
    [InlineData("grants/scenic/D", "1.5", nameof(RuleValueNotWhole))]
    [InlineData("grants/scenic/D", "99999999", nameof(RuleValueTooLarge))]
    [InlineData("grants/scenic/D", "many", nameof(RuleValueNotNumber))]
    [InlineData("grants/gym/A", "100", nameof(BenefitPercentOutside))]
    [InlineData("grants/gym/A", "-1", nameof(RuleValueTooSmall))]
    [InlineData("grants/living-allowance/A", "0", nameof(RuleValueTooSmall))]
    [InlineData("grants/living-allowance/A", "1.005", nameof(BenefitDecimals))]
    [InlineData("grants/living-allowance/A", "200001", nameof(RuleValueTooLarge))]
    [InlineData("grants/schooling/A", "3", nameof(RuleValueNotYesOrNo))]
    [InlineData("bases/Degree/2", "Z", nameof(BenefitLevelUnknown))]
    [InlineData("levels/A/name/en", " ", nameof(RuleWordingMissing))]
    [InlineData("benefits/gym/to", "soon", nameof(BenefitDayUnreadable))]
    public async Task Write_BadInput_IsRefusedAtItsField(string path, string typed, string refusal)
    {
        var refused = Assert.IsType<RuleValuesInvalid>((await WriteAsync(Desk.Today.AddDays(1), (path, typed))).Refusal);
        Assert.Equal((path, refusal), (Assert.Single(refused.Values).Key, refused.Values[path].Key));
    }

    [Fact]
    public async Task Write_WhatOnlyTheWholeShows_IsRefused()
    {
        Assert.IsType<RuleFromPast>((await WriteAsync(Desk.Today.AddDays(-1), ("grants/scenic/D", "5"))).Refusal);
        Assert.IsType<RuleUnchanged>((await WriteAsync(Desk.Today, ("grants/scenic/D", "12"))).Refusal);
        Assert.IsType<RuleOutdated>((await WriteAsync(Desk.Today, ("grants/scenic/Z", "12"))).Refusal);
        var reversed = await WriteAsync(Desk.Today, ("benefits/gym/from", "2027-01-01"), ("benefits/gym/to", "2026-12-31"));
        Assert.IsType<BenefitDaysReversed>(Assert.Single(Assert.IsType<RuleValuesInvalid>(reversed.Refusal).Values).Value);
        var nobody = await WriteAsync(Desk.Today, ("grants/health-check/A", ""), ("grants/health-check/B", ""), ("grants/health-check/C", ""), ("grants/health-check/D", ""));
        Assert.IsType<BenefitGivenToNobody>(Assert.Single(Assert.IsType<RuleValuesInvalid>(nobody.Refusal).Values).Value);
        Assert.IsType<RuleNotPermitted>((await WriteAsync(Desk.Today, "town@demo", ("grants/scenic/D", "5"))).Refusal);
    }

    [Fact]
    public async Task Publish_WhereAnotherChangeSetTheFieldMeanwhile_IsRefusedAndTheFirstStands()
    {
        var first = (await Desk.ReleaseAsync((await WriteAsync(Desk.Today.AddDays(2), ("grants/scenic/C", "21"))).Value)).Value;
        var second = (await Desk.ReleaseAsync((await WriteAsync(Desk.Today.AddDays(4), ("grants/scenic/C", "19"))).Value)).Value;
        portal.Clock.Set(portal.Services.GetRequiredService<PortalTimeZone>().StartOf(Desk.Today.AddDays(5)).AddHours(9));
        await portal.RunJobsAsync();

        Assert.Equal(21m, Catalogues.Current.Catalogue.FindGrant("scenic", "C")!.Value);
        Assert.Equal(first.Id, Catalogues.Current.RuleChange);
        var failure = await portal.Database.ScalarAsync("select last_error from jobs where unique_key = $1", second.Id.ToString("N"));
        Assert.Contains(nameof(RuleOutdated), Assert.IsType<string>(failure), StringComparison.Ordinal);
    }

    private Task<Result<RuleChange>> WriteAsync(DateOnly from, params (string Path, string Typed)[] fields) => WriteAsync(from, RuleDesk.Admin, fields);

    private async Task<Result<RuleChange>> WriteAsync(DateOnly from, string who, params (string Path, string Typed)[] fields)
    {
        var actor = await new TestPeople(portal.Services).DemoAsync(who);
        var typed = fields.ToDictionary(field => field.Path, string? (field) => field.Typed, StringComparer.Ordinal);
        return await Desk.UseAsync<BenefitRuleChanges, RuleChange>(changes => changes.WriteAsync(actor, typed, RuleDesk.From(from), Desk.Begin(actor), default));
    }

    private async Task<KeptOutlook?> KeptAsync(Guid change)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BenefitOutlook>().KeptAsync(change, default);
    }

    private async Task<BenefitTally> PlayAsync(RuleChange draft)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var changes = scope.ServiceProvider.GetRequiredService<BenefitRuleChanges>();
        return await scope.ServiceProvider.GetRequiredService<BenefitOutlook>().PlayAsync(changes.Newest.Catalogue, changes.Then(draft).Value, default);
    }
}
