using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Files;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Cases;

/// <summary>A file of a case, shown in the page or handed over, for whoever may see it.</summary>
internal sealed class MaterialModel(ReviewQuery reviews, CaseFileQuery files, CaseVisibility visibility, MaterialStore store) : PageModel
{
    private const string ContentPolicy =
        "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'";

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid material, bool download, CancellationToken ct)
    {
        var reach = await reviews.ReachAsync(User.Actor(), visibility, id, ct);
        var shown = (await files.ReadAsync(id, reach, ct))?.Materials.FirstOrDefault(one => one.Id == material);
        if (shown is null) return NotFound();
        var opened = await store.OpenAsync(material, MaterialScope.OfCase(id), ct);
        if (!opened.Succeeded) return NotFound();
        HttpContext.Response.RegisterForDisposeAsync(opened.Value);
        var headers = Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XFrameOptions = "SAMEORIGIN";
        headers.ContentDisposition = shown.FileName is null
            ? Unnamed(download || !shown.IsInline)
            : opened.Value.Material.DispositionOf(download);
        return new FileStreamResult(opened.Value.Stream, opened.Value.Material.ContentType);
    }

    /// <summary>File names may name a person: where names stay away the header has none.</summary>
    private static string Unnamed(bool isAttachment) => isAttachment ? "attachment" : "inline";
}
