using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace TalentPortal.Web.Api;

/// <summary>
/// Which methods an address of the API knows. The portal's fallback takes every request that no route does, so that routing itself never
/// answers 405.
/// </summary>
internal sealed class ApiMethods(EndpointDataSource endpoints, ParameterPolicyFactory policies)
{
    /// <summary>Answers where no route does: 405 with the methods that the address knows, 404 where it knows none.</summary>
    public Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var known = Of(context);
        context.Response.StatusCode = known.Count > 0 ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound;
        if (known.Count > 0) context.Response.Headers.Allow = string.Join(", ", known);
        return Task.CompletedTask;
    }

    private List<string> Of(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        ? [.. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(one => one.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) is true
                && IsAt(one.RoutePattern, context))
            .SelectMany(one => one.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [];

    private bool IsAt(RoutePattern pattern, HttpContext context)
    {
        var values = new RouteValueDictionary();
        var matcher = new TemplateMatcher(new RouteTemplate(pattern), new RouteValueDictionary(pattern.Defaults));
        return matcher.TryMatch(context.Request.Path, values) && pattern.Parameters.All(parameter => parameter.ParameterPolicies
            .Select(policy => policies.Create(parameter, policy)).OfType<IRouteConstraint>()
            .All(constraint => constraint.Match(context, route: null, parameter.Name, values, RouteDirection.IncomingRequest)));
    }
}
