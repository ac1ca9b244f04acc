using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Reviews.Queries.Search;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>The read models that pages and API share, and what officers do beside deciding.</summary>
public static class ReviewQueriesSetup
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddReviewQueries(this IServiceCollection services)
    {
        services.AddSingleton<InboxClock>();
        services.AddSingleton<InboxQuery>();
        services.AddSingleton<CaseVisibility>();
        services.AddSingleton<CaseListQuery>();
        services.AddScoped<CaseFileEvents>();
        services.AddSingleton<CaseSearchReader>();
        services.AddScoped<CaseFileQuery>();
        services.AddScoped<ReviewQuery>();
        services.AddScoped<DeskExtensions>();
        services.AddScoped<DeskQuery>();
        services.AddScoped<PresentDesks>();
        services.AddScoped<SelfScoreQuery>();
        services.AddScoped<Unmasking>();
        return services.AddScoped<OriginalChecks>();
    }
}
