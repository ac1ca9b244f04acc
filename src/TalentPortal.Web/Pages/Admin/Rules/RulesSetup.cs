using TalentPortal.Web.Pages.Admin.Benefits;
using TalentPortal.Web.Pages.Admin.Benefits.Entries;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>What the pages of rules are made of.</summary>
internal static class RulesSetup
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddRulePages(this IServiceCollection services)
    {
        services.AddScoped<RuleWords>();
        services.AddScoped<BenefitRuleDifferences>();
        services.AddScoped<OutlookReads>();
        services.AddScoped<EntryDesk>();
        services.AddScoped<EntryWords>();
        services.AddScoped<RuleDifferences>();
        return services.AddScoped<DryRunReads>();
    }
}
