using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.Orchestration.Dispatches;

/// <summary>Registers what one case does for another's workflow.</summary>
internal static class DispatchesSetup
{
    public static IServiceCollection AddDispatches(this IServiceCollection services) =>
        services.AddJob<StartDispatchedJob>().AddJob<RecallDispatchedJob>().AddJob<ReportChildJob>();
}
