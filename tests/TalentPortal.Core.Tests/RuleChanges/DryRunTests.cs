using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Replays;
using TalentPortal.Core.Seeding;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.RuleChanges;

/// <summary>Drafts played on real cases before they are released, and items' rules as further versions.</summary>
public sealed class DryRunTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Points = "score/items/leading/parts/households/tiers/twenty/points";

    private RuleDesk Desk { get; } = new(portal);

    private ServiceItems Items => portal.Services.GetRequiredService<ServiceItems>();

    [Fact]
    public async Task Start_AHigherLine_NamesTheCaseThatFalls_TouchesNone_AndStandsForTheReleaseOfThatTextAlone()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachCompilationAsync(points: 12);
        var before = await FingerprintAsync(journey);
        var draft = (await Desk.WriteAsync("recog.cutJunior", 90, Desk.Today.AddDays(1))).Value;
        Assert.IsType<RuleNotReplayed>((await Desk.ReleaseAsync(draft, withoutDryRun: false)).Refusal);

        var run = await Desk.PlayAsync(draft);

        var tally = DryRunTally.FromJson(run.Result);
        Assert.Equal((DryRunStatus.Done, 1, 1), (run.Status, run.Done, tally.Changed));
        Assert.Equal(new OutcomeCount("RC010001", "junior", nameof(ReplayVerdict.BelowLine), 1), Assert.Single(tally.Outcomes));
        Assert.Equal((0, 1), (Assert.Single(tally.Towns).Better, tally.Towns[0].Worse));
        Assert.Equal("public-service", Assert.Single(tally.Categories).Key);
        var changed = Assert.Single(tally.Cases);
        Assert.Equal(journey.CaseId, changed.CaseId);
        Assert.Equal([new ReplayCriterion(ReplayCriterionKind.Line, "junior", "60", "90")], changed.Criteria);
        Assert.DoesNotContain("Qin", run.Result, StringComparison.Ordinal);
        Assert.Equal(before, await FingerprintAsync(journey));

        var edited = (await Desk.EditAsync(draft, 91)).Value;
        Assert.IsType<RuleNotReplayed>((await Desk.ReleaseAsync(edited, withoutDryRun: false)).Refusal);
        var again = await Desk.PlayAsync(edited);
        Assert.NotEqual(run.RuleHash, again.RuleHash);
        Assert.Equal(again.Id, (await Desk.ReleaseAsync(edited, withoutDryRun: false)).Value.DryRunId);
        Assert.IsType<RuleChangeClosed>((await Desk.StartAsync(edited, Desk.Today, Desk.Today)).Refusal);
    }

    [Fact]
    public async Task Start_BadPeriodOrNothingDecided_IsRefused()
    {
        var draft = (await Desk.WriteAsync("recog.cutIntermediate", 71, Desk.Today.AddDays(1))).Value;
        Assert.IsType<RulePeriodInvalid>((await Desk.StartAsync(draft, Desk.Today, Desk.Today.AddDays(-1))).Refusal);
        Assert.IsType<RulePeriodInvalid>((await Desk.StartAsync(draft, Desk.Today, Desk.Today.AddDays(1))).Refusal);
        Assert.IsType<RuleNotPermitted>((await Desk.StartAsync(draft, Desk.Today, Desk.Today, "town@demo")).Refusal);
        var other = (await Desk.WriteAsync("upload.filesPerDay", 50, Desk.Today)).Value;
        Assert.IsType<RuleDecidesNothing>((await Desk.StartAsync(other, Desk.Today, Desk.Today)).Refusal);
        Assert.True((await Desk.ReleaseAsync(other, withoutDryRun: false)).Succeeded);
    }

    [Fact]
    public async Task Release_OfAnItemsRules_IsItsNextVersion_AndCasesKeepTheirs()
    {
        var old = Items.Find("RC010001")!;
        Assert.IsType<RulePointsAboveCap>(Assert.IsType<RuleValuesInvalid>((await Desk.WriteItemAsync("RC010001", Points, "21", Desk.Today)).Refusal).Values[Points]);
        Assert.IsType<RuleUnchanged>((await Desk.WriteItemAsync("RC010001", Points, "14.0", Desk.Today)).Refusal);
        Assert.IsType<RuleOutdated>((await Desk.WriteItemAsync("RC010001", "score/items/gone/max", "1", Desk.Today)).Refusal);
        var draft = (await Desk.WriteItemAsync("RC010001", Points, "18", Desk.Today)).Value;
        var run = await Desk.PlayAsync(draft);
        Assert.Equal(run.Id, (await Desk.ReleaseAsync(draft, withoutDryRun: false)).Value.DryRunId);

        var now = Items.Find("RC010001")!;
        Assert.Equal((old.Item.Version + 1, Desk.Today, old.DefinitionVersion), (now.Item.Version, now.Item.EffectiveOn, now.DefinitionVersion));
        Assert.Equal(18, now.Item.Score!.Items.Single(line => line.Code == "leading").Parts[0].Tiers[1].Points);
        Assert.Contains(ItemChangeKind.Rules, (await portal.Services.GetRequiredService<ItemChanges>().BetweenAsync(old.Id, now.Id, default)).Select(one => one.Kind));
        Assert.Equal(14, (await Items.VersionAsync(old.Id, default)).Item.Score!.Items.Single(line => line.Code == "leading").Parts[0].Tiers[1].Points);

        // The files that came with the program change nothing of it, however often they are loaded.
        await portal.Database.ScalarAsync("delete from seed_files");
        await portal.Services.GetRequiredService<SeedRunner>().RunAsync(default);
        await Items.LoadAsync(default);
        Assert.Equal(now.Id, Items.Find("RC010001")!.Id);
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(default));
    }

    [Fact]
    public async Task Release_OfAComingDay_BecomesAVersionOnThatDay_UnlessWithdrawn()
    {
        const string bonus = "score/bonus/parts/highest/tiers/city/points";
        var old = Items.Find("RC010001")!.Item.Version;
        var (first, second) = (Desk.Today.AddDays(1), Desk.Today.AddDays(2));
        var withdrawn = (await Desk.ReleaseAsync((await Desk.WriteItemAsync("RC010001", bonus, "3", first)).Value)).Value;
        Assert.True((await Desk.ReleaseAsync((await Desk.WithdrawAsync(withdrawn)).Value)).Succeeded);
        var kept = (await Desk.ReleaseAsync((await Desk.WriteItemAsync("RC010001", bonus, "5", second)).Value)).Value;
        Assert.Equal(old, Items.Find("RC010001")!.Item.Version);

        portal.Clock.Advance(TimeSpan.FromDays(3));
        await Desk.WorkOffAsync("rules.publish");

        var now = Items.Find("RC010001")!;
        Assert.Equal((old + 1, second), (now.Item.Version, now.Item.EffectiveOn));
        Assert.Equal(5, now.Item.Score!.Bonus!.Parts[0].Tiers.Single(tier => tier.Code == "city").Points);
        Assert.Equal(kept.Id, await portal.Database.ScalarAsync("select rule_change_id from service_item_versions where id = $1", now.Id));
    }

    [Fact]
    public async Task Seed_ANewerFileWhoseNumberIsTaken_GetsTheNextOneAndKeepsWhatWasReleased()
    {
        const string points = "score/items/leading/parts/households/tiers/five/points";
        Assert.True((await Desk.ReleaseAsync((await Desk.WriteItemAsync("RC010001", points, "9", Desk.Today)).Value)).Succeeded);
        var made = Items.Find("RC010001")!.Item;
        var folder = Directory.CreateTempSubdirectory("seed-");
        try
        {
            var file = JsonNode.Parse(await File.ReadAllTextAsync(SeedFolder.Default.PathOf("seed-data/services/talent-recognition.json")))!;
            file["version"] = made.Version;
            file["guide"]!["visits"] = 2;
            Directory.CreateDirectory(Path.Combine(folder.FullName, "seed-data", "services"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "seed-data", "services", "talent-recognition.json"), file.ToJsonString());
            await using var scope = portal.Services.CreateAsyncScope();
            var seeder = ActivatorUtilities.CreateInstance<ServiceItemSeeder>(scope.ServiceProvider, new SeedFolder(folder.FullName));
            await seeder.SeedAsync(default);
            await seeder.SeedAsync(default);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        await Items.LoadAsync(default);
        var now = Items.Find("RC010001")!.Item;
        Assert.Equal((made.Version + 1, 2), (now.Version, now.Guide.Visits));
        Assert.Equal(9, now.Score!.Items.Single(line => line.Code == "leading").Parts[0].Tiers.Single(tier => tier.Code == "five").Points);
    }

    private static async Task<object?> FingerprintAsync(Journey journey) => await journey.ScalarAsync(
        """
        select md5(c::text || a::text || (select string_agg(s::text, '' order by s.id) from compiled_scores s where s.case_id = c.id)
          || (select count(*) from operation_events e where e.stream_id = c.id))
        from cases c join applications a on a.case_id = c.id where c.id = $1
        """);
}
