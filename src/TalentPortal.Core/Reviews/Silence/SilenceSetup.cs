using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.Reviews.Silence;

/// <summary>Acceptance by silence.</summary>
internal static class SilenceSetup
{
    public static IServiceCollection AddSilence(this IServiceCollection services)
    {
        services.AddSingleton<AcceptanceTimes>();
        services.AddSingleton<AcceptancePlans>();
        services.AddSingleton<CaseFollowUp>(provider => provider.GetRequiredService<AcceptancePlans>().Follow);
        services.AddSingleton<SilentAcceptance>();
        return services.AddJob<DeemAcceptanceJob>();
    }
}
