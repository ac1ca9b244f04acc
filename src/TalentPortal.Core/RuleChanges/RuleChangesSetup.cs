using Microsoft.Extensions.DependencyInjection;

namespace TalentPortal.Core.RuleChanges;

/// <summary>Registers the control of rules.</summary>
internal static class RuleChangesSetup
{
    public static IServiceCollection AddRuleChanges(this IServiceCollection services)
    {
        services.AddSingleton<ReleasedRules>();
        services.AddScoped<RuleStore>();
        services.AddScoped<ParameterChanges>();
        services.AddScoped<RuleReleases>();
        services.AddScoped<RuleHistory>();
        return services.AddHostedService<RuleWatch>();
    }
}
