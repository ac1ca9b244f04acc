using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>What the clocks of cases do by themselves.</summary>
public static class ReviewClocksSetup
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddReviewClocks(this IServiceCollection services)
    {
        services.AddSingleton<TaskAudience>();
        services.AddSingleton<LightPlans>();
        services.AddSingleton<CaseFollowUp>(provider => provider.GetRequiredService<LightPlans>().Follow);
        services.AddSingleton<LightTurns>();
        services.AddSingleton<Extensions>();
        services.AddSingleton<OverdueQuery>();
        services.AddSingleton<IMessageValues, ExtensionMessageValues>();
        return services.AddJob<LightTurningJob>();
    }
}
