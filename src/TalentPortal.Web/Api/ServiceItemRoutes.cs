using Microsoft.AspNetCore.Http.HttpResults;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;

namespace TalentPortal.Web.Api;

/// <summary>
/// <c>GET service-items</c> lists what can be applied for, <c>GET service-items/{code}</c> says how. Both are public, as the pages are.
/// </summary>
internal static class ServiceItemRoutes
{
    /// <summary>Maps both.</summary>
    public static void MapServiceItems(this RouteGroupBuilder api)
    {
        var items = api.MapGroup("/service-items").AllowAnonymous().WithTags("service items");
        items.MapGet("", List).WithName("ListServiceItems").WithSummary("Lists what can be applied for.").ProducesProblems(429);
        items.MapGet("/{code}", Read).WithName("ReadServiceItem")
            .WithSummary("Describes a service item: its guide, its form with codes to choose from, its materials.").ProducesProblems(404);
    }

    private static Ok<ServiceItemList> List(ServiceItems items, ServiceItemViews views) =>
        TypedResults.Ok(new ServiceItemList([.. items.Listed.Select(version => views.SummaryOf(version.Item))]));

    private static Results<Ok<ServiceItemView>, ProblemHttpResult> Read(
        string code, ServiceItems items, ServiceItemViews views, ApiProblems problems) =>
        items.FindListed(code) is { } version
            ? TypedResults.Ok(views.Of(version.Item))
            : problems.OfNotFound(new ServiceItemUnknown());
}
