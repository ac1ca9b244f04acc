using TalentPortal.Web.Api.Cards;

namespace TalentPortal.Web.Api;

/// <summary>The API: a thin door to the same services, rules and audit as the pages have.</summary>
internal static class ApiSetup
{
    /// <summary>Registers what the routes need.</summary>
    public static IServiceCollection AddPortalApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.AddSingleton<ApiOperations>();
        services.AddSingleton<ApiMethods>();
        services.AddScoped<ApplicationReads>();
        services.AddScoped<Ratings.RatingReads>();
        services.AddSingleton<ServiceItemViews>();
        return services.AddOpenApi("v1", ApiDocument.Configure);
    }

    /// <summary>Maps the routes; whatever does not say otherwise needs a token.</summary>
    public static void MapPortalApi(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var api = endpoints.MapGroup("/api/v1").RequireAuthorization().AddEndpointFilter<RouteGroupBuilder, ApiBodyFilter>();
        api.MapTokens();
        api.MapServiceItems();
        api.MapMaterials();
        api.MapApplications();
        api.MapTasks();
        api.MapCards();
        endpoints.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }

    /// <summary>Says with which problems a route may answer.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        ArgumentNullException.ThrowIfNull(route);
        foreach (var status in statuses) route.ProducesProblem(status);
        return route;
    }
}
