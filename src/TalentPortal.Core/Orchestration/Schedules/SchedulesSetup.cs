using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.Orchestration.Schedules;

/// <summary>Registers what the clock starts.</summary>
internal static class SchedulesSetup
{
    public static IServiceCollection AddSchedules(this IServiceCollection services)
    {
        services.AddSingleton<WorkflowSchedules>();
        services.AddSingleton<ScheduleRegister>();
        services.AddJob<StartScheduledJob>();
        return services.AddPeriodicLook<ScheduleWorker>(TimeSpan.FromSeconds(5), (worker, ct) => worker.RunDueAsync(ct));
    }
}
