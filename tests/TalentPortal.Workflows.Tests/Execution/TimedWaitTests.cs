using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Execution;

public sealed class TimedWaitTests
{
    [Fact]
    public async Task Timer_WhenReached_IsDueAfterItsInterval()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Timer("t", "00:05:00"))));

        await run.StartAsync();

        Assert.Equal(run.Clock.Now.AddMinutes(5), run.BookmarkOf("t").DueAt);
    }

    [Fact]
    public async Task Timer_WithoutAnInterval_IsDueAfterAMinute()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Json.Activity("t", "Elsa.Timer"))));

        await run.StartAsync();

        Assert.Equal(run.Clock.Now.AddMinutes(1), run.BookmarkOf("t").DueAt);
    }

    [Fact]
    public async Task Cron_MissedForDays_FiresOnceAndCountsFromThen()
    {
        var again = Json.Activity("w", "Elsa.While", ("condition", Json.Literal(true, "Boolean")), ("body", Json.Sequence("b", Cron("c"), Json.Line("tick"))));
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", again)));
        await run.StartAsync();
        Assert.Equal(At(2, 9), run.BookmarkOf("c").DueAt);

        run.Clock.Now = At(5, 10);
        await run.ResumeAsync("c");

        Assert.Equal(["tick"], run.Lines);
        Assert.Equal(At(6, 9), run.BookmarkOf("c").DueAt);
    }

    [Fact]
    public async Task StartAt_AMomentAhead_IsWaitedFor()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", StartAt("2026-03-04T08:00:00+08:00"), Json.Line("end"))));

        await run.StartAsync();

        Assert.Equal(At(4, 0), run.BookmarkOf("at").DueAt);
        Assert.Empty(run.Lines);
    }

    [Fact]
    public async Task StartAt_AMomentPast_GoesOnAtOnce()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", StartAt("2026-03-01T08:00:00+08:00"), Json.Line("end"))));

        await run.StartAsync();

        Assert.Equal(["end"], run.Lines);
    }

    [Fact]
    public async Task Trigger_ThatStartedTheInstance_DoesNotWait()
    {
        var run = new TestRun(Json.Definition("d", Json.Flowchart("f", [Cron("c"), Json.Line("end")], "c>end")));

        var burst = await run.Runner.StartAsync(run.Session, new StartRequest("d") { TriggerActivityId = "c" }, run.Host);

        Assert.Equal(["end"], burst.Lines.Select(line => line.Text));
    }

    [Fact]
    public void Cron_WithFiveFields_IsRefusedWhenRead()
    {
        var refused = Assert.Throws<DefinitionException>(() => new TestRun(Json.Definition("d", Json.Sequence("s", Cron("c", "0 9 * * *")))));

        var error = Assert.Single(refused.Errors);
        Assert.Equal(("c", "cronExpression"), (error.ActivityId, error.Property));
    }

    private static DateTimeOffset At(int day, int hour) => new(2026, 3, day, hour, 0, 0, TimeSpan.Zero);

    private static JsonObject Timer(string id, string interval) => Json.Activity(id, "Elsa.Timer", ("interval", Json.Literal(interval, "TimeSpan")));

    private static JsonObject Cron(string id, string expression = "0 0 9 * * *") =>
        Json.Activity(id, "Elsa.Cron", ("cronExpression", Json.Literal(expression)));

    private static JsonObject StartAt(string moment) => Json.Activity("at", "Elsa.StartAt", ("dateTime", Json.Literal(moment, "DateTimeOffset")));
}
