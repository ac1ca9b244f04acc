using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Reviews;

/// <summary>A case at the town's desk with three officers of that town and their supervisor.</summary>
internal sealed class DeskCase
{
    private DeskCase(PortalFactory portal, Journey journey) => (Portal, Journey, Desk) = (portal, journey, new Desk(portal));

    public PortalFactory Portal { get; }

    public Journey Journey { get; }

    public Desk Desk { get; }

    public Actor Ann { get; private set; } = null!;

    public Actor Ben { get; private set; } = null!;

    public Actor Cid { get; private set; } = null!;

    /// <summary>The head of the talent office, who supervises every case.</summary>
    public Actor Head { get; private set; } = null!;

    public static async Task<DeskCase> AtTownAsync(PortalFactory portal)
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachTownAsync();
        var people = new TestPeople(portal.Services);
        return new DeskCase(portal, journey)
        {
            Ann = await people.OfficerAsync(PortalRole.TownReviewer, "ys-town-yanshan"),
            Ben = await people.OfficerAsync(PortalRole.TownReviewer, "ys-town-yanshan"),
            Cid = await people.OfficerAsync(PortalRole.TownReviewer, "ys-town-yanshan"),
            Head = await journey.ActorAsync(Journey.Office),
        };
    }

    /// <summary>The task of the town that waits or is worked on.</summary>
    public async Task<Guid> TaskAsync(string condition = "kind = 'Main' and status in ('Open', 'Claimed', 'Waiting')") =>
        await ScalarAsync($"select id from review_tasks where case_id = $1 and {condition} order by created_at desc, position desc limit 1") as Guid?
        ?? throw new InvalidOperationException($"No task with {condition}; the case is {await Journey.StatusAsync()}.");

    /// <summary>The state of a task, with who holds it.</summary>
    public async Task<string> StateAsync(Guid task) => (string)(await Portal.Database.ScalarAsync(
        "select status || coalesce(' ' || (select display_name from portal_users where id = coalesce(claimed_by, assignee_id)), '') from review_tasks where id = $1", task))!;

    public Task<object?> ScalarAsync(string sql) => Journey.ScalarAsync(sql);

    public static void Done(Result result) => Assert.True(result.Succeeded, result.Refusal?.ToString());

    public static T Refused<T>(Result result)
        where T : Refusal => Assert.IsType<T>(result.Refusal);
}
