using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.Web.Tests.Security;

/// <summary>The ways in that a running portal has, read from its endpoints.</summary>
internal static class PortalDoors
{
    /// <summary>Where an address that leads nowhere ends.</summary>
    private const string Fallback = "{*path}";

    /// <summary>Where Development serves files of <c>wwwroot</c> that came after the build.</summary>
    private const string NewFile = "{**path:file}";

    /// <summary>All of a portal's.</summary>
    public static Task<IReadOnlyList<Door>> OfAsync(PortalFactory portal) =>
        OfAsync(portal.Services, portal.Services.GetRequiredService<EndpointDataSource>().Endpoints);

    /// <summary>Those of some endpoints.</summary>
    public static async Task<IReadOnlyList<Door>> OfAsync(IServiceProvider services, IEnumerable<Microsoft.AspNetCore.Http.Endpoint> endpoints)
    {
        var doors = new List<Door>();
        foreach (var endpoint in endpoints.Cast<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText is Fallback or NewFile) continue;
            var route = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                // "/account" and "/account/index" are one page with two addresses.
                if (!route.EndsWith("/index", StringComparison.OrdinalIgnoreCase)) doors.AddRange(await OfPageAsync(services, page, route, endpoint));
                continue;
            }

            var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods;
            doors.AddRange(methods is { Count: > 0 } ? methods.Select(method => new Door(route, method, "")) : [new Door(route, "ANY", "")]);
        }

        return doors;
    }

    private static async Task<IEnumerable<Door>> OfPageAsync(
        IServiceProvider services, PageActionDescriptor page, string route, Microsoft.AspNetCore.Http.Endpoint endpoint)
    {
        route = WithLowerCase(route);
        var compiled = page as CompiledPageActionDescriptor
            ?? await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        var handlers = compiled.HandlerMethods.Select(handler => new Door(route, handler.HttpMethod.ToUpperInvariant(), handler.Name ?? "")).ToList();
        // A page is shown for GET also where nothing of its own happens before.
        return handlers.Contains(new Door(route, "GET", "")) ? handlers : [new Door(route, "GET", ""), .. handlers];
    }

    /// <summary>Addresses are not told apart by case; the words of an address are written small here.</summary>
    private static string WithLowerCase(string route) => string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? part : part.ToLowerInvariant()));
}
