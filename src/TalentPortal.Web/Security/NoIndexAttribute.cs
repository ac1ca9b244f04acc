using Microsoft.AspNetCore.Mvc.Filters;

namespace TalentPortal.Web.Security;

/// <summary>Keeps search engines away from a page that names people, and browsers from keeping it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NoIndexAttribute : ResultFilterAttribute
{
    /// <inheritdoc />
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        context.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        context.HttpContext.Response.Headers.CacheControl = "no-store";
    }
}
