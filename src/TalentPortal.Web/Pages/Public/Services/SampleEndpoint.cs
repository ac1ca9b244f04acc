using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticFiles;
using TalentPortal.Core.Catalogue.Materials;

namespace TalentPortal.Web.Pages.Public.Services;

/// <summary><c>GET /samples/{name}</c>: a filled sample or a template of a material, for anybody.</summary>
internal static class SampleEndpoint
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/samples/{name}", (Delegate)Get).AllowAnonymous().WithName("Sample");

    private static IResult Get(string name, [FromServices] Samples samples)
    {
        if (samples.PathOf(name) is not { } path || !Types.TryGetContentType(name, out var type)) return Results.NotFound();
        return Results.File(path, type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type);
    }
}
