using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>
/// For pages that take files: what is too large gets a sentence instead of a broken connection. It runs before the antiforgery check,
/// which reads the form.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LargeFormAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const int MostMegabytes = 32;
    private const long Most = MostMegabytes * 1024L * 1024;
    private const long MostDrained = 512L * 1024 * 1024;

    /// <inheritdoc/>
    public int Order => 800;

    /// <inheritdoc/>
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method)) return;
        var limit = context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (request.ContentLength is not > Most)
        {
            if (limit is { IsReadOnly: false }) limit.MaxRequestBodySize = Most;
            context.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions
            {
                ValueLengthLimit = (int)Most,
                MultipartBodyLengthLimit = Most,
                ValueCountLimit = 4096,
            }));
            return;
        }

        if (limit is { IsReadOnly: false }) limit.MaxRequestBodySize = null;
        // A browser reads the answer only once it has sent everything.
        if (request.ContentLength <= MostDrained) await request.Body.CopyToAsync(Stream.Null, context.HttpContext.RequestAborted);
        context.Result = Answer(context.HttpContext);
    }

    private static IActionResult Answer(HttpContext context)
    {
        var number = MostMegabytes.ToString(CultureInfo.InvariantCulture);
        if (context.Request.Query.ContainsKey("material") || context.Request.Headers.ContainsKey("X-Requested-With"))
        {
            return new ContentResult
            {
                StatusCode = StatusCodes.Status413PayloadTooLarge,
                ContentType = "text/plain; charset=utf-8",
                Content = context.RequestServices.GetRequiredService<IStringLocalizer>()["Applications.Form.TooBig", MostMegabytes],
            };
        }

        var kept = context.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
        new Banner("Applications.Form.TooBig", [number], "warn").Keep(kept);
        // The filter that saves it does not run for what is turned away here.
        kept.Save();
        return new LocalRedirectResult(context.Request.PathBase + context.Request.Path);
    }
}
