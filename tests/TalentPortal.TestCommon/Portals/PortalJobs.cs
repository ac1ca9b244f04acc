using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Orchestration;

namespace TalentPortal.TestCommon.Portals;

/// <summary>Lets a portal's due jobs and waits run to their end, together with its own workers.</summary>
public static class PortalJobs
{
    private const string LeftSql = "select count(*) from jobs where status = 'Waiting' and run_at <= $1";

    /// <summary>Runs due jobs until none is left, those included that they lead to and those that the portal's own worker has in hand.</summary>
    public static async Task RunJobsAsync(this PortalFactory portal)
    {
        ArgumentNullException.ThrowIfNull(portal);
        var runner = portal.Services.GetRequiredService<JobRunner>();
        do await runner.RunDueAsync(CancellationToken.None);
        while ((long)(await portal.Database.ScalarAsync(LeftSql, portal.Services.GetRequiredService<TimeProvider>().GetUtcNow()))! > 0);
    }

    /// <summary>Resumes due waits.</summary>
    public static async Task RunDueAsync(this PortalFactory portal)
    {
        ArgumentNullException.ThrowIfNull(portal);
        await portal.Services.GetRequiredService<DueCaseWorker>().RunDueAsync(CancellationToken.None);
    }
}
