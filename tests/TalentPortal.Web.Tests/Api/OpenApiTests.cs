using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Api;

/// <summary>The document from which programs are made.</summary>
public sealed class OpenApiTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Document_ListsEveryRouteWithItsAnswers()
    {
        using var visitor = new ApiClient(portal);
        var paths = (await visitor.ReadAsync("/openapi/v1.json")).GetProperty("paths");
        var routes = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(routes);
        foreach (var route in routes)
        {
            var path = route.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal).TrimEnd('/');
            foreach (var method in route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods)
            {
                Assert.True(paths.TryGetProperty(path, out var item) && item.TryGetProperty(method.ToLowerInvariant(), out _), $"{method} {path}");
                var answers = item.GetProperty(method.ToLowerInvariant()).GetProperty("responses").EnumerateObject().ToList();
                Assert.Contains(answers, answer => answer.Name.StartsWith('2'));
                Assert.Contains(answers, answer => answer.Name.StartsWith('4') && HasProblem(answer.Value));
            }
        }
    }

    private static bool HasProblem(JsonElement answer) => answer.GetProperty("content").TryGetProperty("application/problem+json", out _);
}
