using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.PublicNotices.Gathering;

/// <summary>Registers notices with several entries.</summary>
internal static class GatheringSetup
{
    public static IServiceCollection AddGathering(this IServiceCollection services)
    {
        services.AddSpineTable(ReadyEntry.Table);
        services.AddSingleton<GatheringRule>();
        services.AddSingleton<GatheringQueries>();
        services.AddSingleton<GatheringSteps>();
        services.AddSingleton<GatheredParts>();
        services.AddSingleton<GatheringOpening>();
        services.AddSingleton<GatheringRun>();
        services.AddSingleton<GatheredNotices>();
        return services.AddJob<GatherNoticeJob>();
    }
}
