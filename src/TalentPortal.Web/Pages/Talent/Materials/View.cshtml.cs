using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using TalentPortal.Core.Files;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Materials;

/// <summary>The bytes of a material, for whom it belongs to.</summary>
public sealed class ViewModel(MaterialStore store) : PageModel
{
    /// <summary>Only what the bytes need to be shown; nothing in them may run or call elsewhere.</summary>
    private const string ContentPolicy =
        "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    /// <summary>Sends the bytes.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] bool download, CancellationToken ct)
    {
        var actor = User.Actor();
        var scope = actor.PersonId is { } person ? MaterialScope.OfPerson(actor.UserId, person) : MaterialScope.OfUser(actor.UserId);
        var opened = await store.OpenAsync(id, scope, ct);
        if (!opened.Succeeded) return NotFound();
        var content = opened.Value;
        HttpContext.Response.RegisterForDisposeAsync(content);
        var headers = Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XFrameOptions = "SAMEORIGIN";
        headers.CacheControl = "private, no-cache";
        headers.ContentDisposition = content.Material.DispositionOf(download);
        Response.ContentLength = content.Material.SizeBytes;
        return new FileStreamResult(content.Stream, MediaTypeHeaderValue.Parse(content.Material.ContentType));
    }
}
