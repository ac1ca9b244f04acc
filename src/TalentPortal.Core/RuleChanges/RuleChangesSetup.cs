using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.RuleChanges.Benefits;
using TalentPortal.Core.RuleChanges.Benefits.Entries;
using TalentPortal.Core.RuleChanges.Replays;

namespace TalentPortal.Core.RuleChanges;

/// <summary>Registers the control of rules.</summary>
internal static class RuleChangesSetup
{
    public static IServiceCollection AddRuleChanges(this IServiceCollection services)
    {
        services.AddScoped<RuleStore>();
        services.AddScoped<ParameterChanges>();
        services.AddScoped<RuleTakingEffect>();
        services.AddScoped<RuleReleases>();
        services.AddScoped<RuleHistory>();
        services.AddSingleton<ItemContents>();
        services.AddSingleton<KeptItemRules>();
        services.AddScoped<ItemRuleChanges>();
        services.AddSingleton<RuleTexts>();
        services.AddScoped<ReplayCases>();
        services.AddScoped<DryRuns>();
        services.AddScoped<ReleaseRuns>();
        services.AddJob<DryRunJob>();
        services.AddJob<PublishRulesJob>();
        services.AddScoped<BenefitRuleChanges>();
        services.AddScoped<BenefitOutlook>();
        services.AddScoped<BenefitEntryChanges>();
        services.AddScoped<RetirementOutlook>();
        return services.AddPeriodicLook<ReleasedRules>(TimeSpan.FromSeconds(20), (rules, ct) => rules.LookAsync(ct));
    }
}
