using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Files;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Api;

/// <summary><c>POST materials</c> keeps a file; it is linked when an application that names it is handed in.</summary>
internal static class MaterialRoutes
{
    /// <summary>Maps it.</summary>
    public static void MapMaterials(this RouteGroupBuilder api) =>
        api.MapGroup("/materials").WithTags("materials").MapPost("", AddAsync).WithName("AddMaterial")
            .WithSummary("Keeps a file of one of a service item's materials; the same file again is the same material.")
            .WithMetadata(new AcceptsMetadata([MaterialForm.ContentType, "*/*"], typeof(MaterialForm)))
            .Produces<MaterialAdded>(StatusCodes.Status201Created).ProducesProblems(400, 401, 413, 415, 422, 429, 503);

    private static async Task<IResult> AddAsync(
        HttpContext context, ServiceItems items, MaterialUploads uploads, ApiProblems problems, CancellationToken ct)
    {
        var read = await MaterialForm.ReadAsync(context.Request, problems, ct);
        if (read.Form is not { } form) return read.Problem!;
        if (items.Find(form.ServiceItem) is not { } version) return problems.Of(new ServiceItemUnknown());
        if (version.Item.FindMaterial(form.Material) is not { UploadedByApplicant: true } rule) return problems.OfUnknown("material");
        var actor = context.User.Actor();
        var added = await uploads.AddAsync(actor, rule, form.ForSomebodyElse ? null : actor.PersonId, form.File, ct);
        if (!added.Succeeded) return problems.Of(added.Refusal);
        var material = added.Value;
        return TypedResults.Json(
            new MaterialAdded(material.Id, material.Code, material.ContentType, material.SizeBytes),
            statusCode: StatusCodes.Status201Created);
    }
}

/// <summary>A file that is kept.</summary>
/// <param name="Id">For <c>materials</c> of an application.</param>
/// <param name="Material">Code of the material.</param>
/// <param name="ContentType">The media type found in its content.</param>
/// <param name="SizeBytes">Bytes.</param>
internal sealed record MaterialAdded(Guid Id, string Material, string ContentType, long SizeBytes);
