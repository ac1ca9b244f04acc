using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Orchestration.Schedules;
using TalentPortal.Core.Standards;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Workflows.Definitions;
using Xunit;
using static TalentPortal.Core.Tests.Orchestration.TestFlows;

namespace TalentPortal.Core.Tests.Definitions;

/// <summary>Workflows that the clock starts: each moment once, whatever the number of portals and however long none ran.</summary>
public sealed class ScheduledStartTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Cron_WhenDue_StartsOnceWithTwoPortalsAndIsNumberedByTheLocalDay()
    {
        var (desk, nightly) = await OfAsync("nightly");
        portal.Clock.Set(At("2026-03-02T01:00:00Z"));
        // Half past four in the afternoon in UTC is half past midnight of the next day here.
        await nightly.PublishedAsync(1, ClockedDefinition.Cron("0 30 16 * * *"));
        await using var other = new SecondPortal(portal.Database.ConnectionString);
        Assert.Equal(At("2026-03-02T16:30:00Z"), await nightly.NextAsync());
        portal.Clock.Set(At("2026-03-02T16:30:00Z"));
        other.Clock.Set(portal.Clock.GetUtcNow());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            (i % 2 == 0 ? desk.Service<ScheduleWorker>() : other.Get<ScheduleWorker>()).RunDueAsync(default))));
        await portal.RunJobsAsync();

        Assert.Equal((1L, 1L), (await nightly.StartsAsync(), await nightly.InstancesAsync()));
        Assert.Equal(At("2026-03-03T16:30:00Z"), await nightly.NextAsync());
        var start = Assert.Single(await desk.Service<ScheduleRegister>().StartsAsync("nightly", 10, default));
        Assert.Equal((At("2026-03-02T16:30:00Z"), false, "Finished"), (start.DueAt, start.CatchesUp, start.SubStatus));
        Assert.Equal(new DateOnly(2026, 3, 3), CaseNumber.Parse(start.Number).Value.NumberedOn);
        Assert.Equal(1L, await portal.Database.ScalarAsync(
            "select count(*) from operation_events where stream_id = $1 and type = 'WorkflowStartedByClock'", Guid.ParseExact(start.InstanceId, "N")));
        Assert.Empty(await desk.Service<AuditVerifier>().VerifyAsync(default));
    }

    [Fact]
    public async Task Cron_MissedForDays_IsMadeUpForByOneStart()
    {
        var (desk, daily) = await OfAsync("daily-start");
        portal.Clock.Set(At("2026-04-01T01:00:00Z"));
        await daily.PublishedAsync(1, ClockedDefinition.Cron("0 0 2 * * *"));

        portal.Clock.Set(At("2026-04-06T12:00:00Z"));
        await desk.Service<ScheduleWorker>().RunDueAsync(default);
        await portal.RunJobsAsync();

        var start = Assert.Single(await desk.Service<ScheduleRegister>().StartsAsync("daily-start", 10, default));
        Assert.Equal((At("2026-04-01T02:00:00Z"), true), (start.DueAt, start.CatchesUp));
        Assert.Equal(At("2026-04-07T02:00:00Z"), await daily.NextAsync());
    }

    [Fact]
    public async Task Timer_AnotherVersion_KeepsItsPaceWhereTheRuleIsTheSame()
    {
        var (desk, paced) = await OfAsync("paced");
        portal.Clock.Set(At("2026-05-04T01:00:00Z"));
        await paced.PublishedAsync(1, ClockedDefinition.Timer("02:00:00"));
        portal.Clock.Set(At("2026-05-04T02:00:00Z"));

        await paced.PublishedAsync(2, ClockedDefinition.Timer("02:00:00"));
        Assert.Equal(At("2026-05-04T03:00:00Z"), await paced.NextAsync());
        await paced.PublishedAsync(3, ClockedDefinition.Timer("06:00:00"));
        Assert.Equal(At("2026-05-04T08:00:00Z"), await paced.NextAsync());

        portal.Clock.Set(At("2026-05-04T08:00:01Z"));
        await desk.Service<ScheduleWorker>().RunDueAsync(default);
        await portal.RunJobsAsync();
        Assert.Equal(3, Assert.Single(await desk.Service<ScheduleRegister>().StartsAsync("paced", 10, default)).Version);
        Assert.Equal(At("2026-05-04T14:00:00Z"), await paced.NextAsync());
    }

    [Fact]
    public async Task Retire_TheOnlyVersion_StartsNothingMore()
    {
        var (desk, ended) = await OfAsync("ended");
        portal.Clock.Set(At("2026-06-01T01:00:00Z"));
        await ended.PublishedAsync(1, ClockedDefinition.Timer("01:00:00"));
        // Somebody else retired it, and nobody has planned anew yet: the worker looks for itself.
        await new Orchestration.TestFlows(portal).ExecuteAsync(
            "update workflow_definitions set state = 'Retired', retired_at = $1 where definition_id = 'ended'", portal.Clock.GetUtcNow());
        portal.Clock.Set(At("2026-06-02T01:00:00Z"));
        await desk.Service<ScheduleWorker>().RunDueAsync(default);
        Assert.Equal(0L, await ended.StartsAsync());

        await desk.Service<WorkflowSchedules>().PlanAsync(default);

        Assert.Empty(await desk.Service<ScheduleRegister>().PlannedAsync("ended", default));
        Assert.Equal(["WorkflowStartPlanned", "WorkflowStartCancelled"], await TracesAsync("ended"));
    }

    [Fact]
    public async Task StartAt_ItsMoment_ComesOnceAndNeverAgainWithTheNextVersion()
    {
        var (desk, once) = await OfAsync("once");
        portal.Clock.Set(At("2026-07-01T01:00:00Z"));
        await once.PublishedAsync(1, ClockedDefinition.StartAt("2026-07-02T09:00:00+08:00"));
        Assert.Equal(At("2026-07-02T01:00:00Z"), await once.NextAsync());

        portal.Clock.Set(At("2026-07-03T01:00:00Z"));
        await desk.Service<ScheduleWorker>().RunDueAsync(default);
        await once.PublishedAsync(2, ClockedDefinition.StartAt("2026-07-02T09:00:00+08:00"));
        await desk.Service<ScheduleWorker>().RunDueAsync(default);
        await portal.RunJobsAsync();

        Assert.Equal((1L, 1L), (await once.StartsAsync(), await once.InstancesAsync()));
        Assert.Null(await once.NextAsync());
    }

    [Fact]
    public async Task Check_WhatTheClockCannotKeep_IsRefused()
    {
        var (_, wrong) = await OfAsync("wrong");
        Assert.Contains(nameof(DefinitionFault.CronWrong), (await wrong.ImportAsync(1, ClockedDefinition.Cron("0 99 1 * * *"))).Findings.Select(one => one.Code));
        Assert.Contains(nameof(DefinitionFault.CronWrong), (await wrong.ImportAsync(1, ClockedDefinition.Cron("0 1 * * *"))).Findings.Select(one => one.Code));
        await wrong.ImportAsync(2, ClockedDefinition.Trigger("t", "Elsa.Timer", ("interval", Input("'00:10:00'", "TimeSpan", "JavaScript"))));
        await wrong.ImportAsync(3, ClockedDefinition.Cron("30 * * * * *"));
        await wrong.ImportAsync(4, ClockedDefinition.Timer("00:00:00"));
        await wrong.ImportAsync(5, ClockedDefinition.Timer("1.00:00:00"), Activity("accept", "Portal.Accept"));
        await wrong.ImportAsync(6, ClockedDefinition.Timer("3000000.00:00:00"));

        Assert.Equal([nameof(DefinitionFault.StartsByNoMoment)], await wrong.FaultsAsync(2));
        Assert.Equal([nameof(HouseFault.StartsTooOften)], await wrong.FaultsAsync(3));
        Assert.Equal([nameof(DefinitionFault.StartsByNoMoment)], await wrong.FaultsAsync(4));
        Assert.Equal([nameof(DefinitionFault.StartsByNoMoment)], await wrong.FaultsAsync(6));
        Assert.Contains(nameof(HouseFault.ClockHasNoApplicant), await wrong.FaultsAsync(5));
    }

    /// <summary>Two near moments are found from wherever in the hour one asks; a rule that comes once in decades is read to an end.</summary>
    [Theory]
    [InlineData("10:05:00", "0 0,30,31 * * * *", true)]
    [InlineData("10:30:30", "0 0,30,31 * * * *", true)]
    [InlineData("10:31:30", "0 0,30,31 * * * *", true)]
    [InlineData("00:02:00", "0 1,59 0,23 * * *", true)]
    [InlineData("10:31:30", "0 0/5 * * * *", false)]
    [InlineData("10:31:30", "0 0 2 29 2 MON", false)]
    public void Check_Pace_IsTheSameFromEveryMinute(string time, string rule, bool isHasty)
    {
        var paced = portal.Services.GetRequiredService<DefinitionReader>().Read(ClockedDefinition.Text("paced", 1, ClockedDefinition.Cron(rule)), "paced.json");
        var found = ClockRules.Check(paced, 5, At($"2026-03-02T{time}Z"));
        Assert.Equal(isHasty ? [nameof(HouseFault.StartsTooOften)] : [], found.Select(one => one.Code));
    }

    private async Task<List<string>> TracesAsync(string definition)
    {
        var types = (string)(await portal.Database.ScalarAsync(
            "select string_agg(type, ' ' order by seq) from operation_events where type like 'WorkflowStart%ed' and facts::json ->> 'definition' = $1", definition))!;
        return [.. types.Split(' ')];
    }

    private async Task<(DefinitionDesk Desk, ClockedDefinition Definition)> OfAsync(string id)
    {
        var desk = await DefinitionDesk.OfAsync(portal);
        return (desk, new ClockedDefinition(portal, desk, id));
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
