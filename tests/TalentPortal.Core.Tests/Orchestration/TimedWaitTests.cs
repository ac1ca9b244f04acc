using TalentPortal.TestCommon.Portals;
using Xunit;
using static TalentPortal.Core.Tests.Orchestration.TestFlows;

namespace TalentPortal.Core.Tests.Orchestration;

/// <summary>Timers of definitions are rows: nothing is kept in memory, and what was missed fires once.</summary>
public sealed class TimedWaitTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly TestFlows flows = new(portal);

    [Fact]
    public async Task Cron_MissedForDays_FiresOnce()
    {
        await flows.AddAsync("daily", Activity("w", "Elsa.While", ("condition", Input(true, "Boolean")),
            ("body", Activity("c", "Elsa.Cron", ("cronExpression", Input("0 0 1 * * *"))))));
        var caseId = await flows.StartAsync("daily");
        var first = (DateTime)(await flows.ScalarAsync("select due_at from bookmarks where case_id = $1", caseId))!;

        portal.Clock.Advance(TimeSpan.FromDays(5));
        await portal.RunDueAsync();
        await flows.ScalarAsync("select id from cases where id = $1 for no key update", caseId);

        Assert.Equal(1L, await flows.ScalarAsync("select count(*) from operation_events where stream_id = $1 and type = 'TimerFired'", caseId));
        Assert.Equal(first.AddDays(5), await flows.ScalarAsync("select due_at from bookmarks where case_id = $1", caseId));
    }

    [Fact]
    public async Task TimerAndStartAt_WhenDue_GoOn()
    {
        await flows.AddAsync("timed", Activity("t", "Elsa.Timer", ("interval", Input("02:00:00", "TimeSpan"))),
            Activity("a", "Elsa.StartAt", ("dateTime", Input("2001-01-01T00:00:00+08:00", "DateTimeOffset"))), Event("end"));
        var caseId = await flows.StartAsync("timed");
        await portal.RunDueAsync();
        Assert.Equal("Elsa.Timer", await flows.ScalarAsync("select name from bookmarks where case_id = $1", caseId));

        portal.Clock.Advance(TimeSpan.FromHours(2));
        await portal.RunDueAsync();
        await flows.ScalarAsync("select id from cases where id = $1 for no key update", caseId);

        Assert.Equal("end", await flows.ScalarAsync("select key from bookmarks where case_id = $1", caseId));
    }
}
