using Microsoft.AspNetCore.Localization;

namespace TalentPortal.Web.Presentation.Texts;

/// <summary>The language that a reader chose on a page. The API reads no cookies, this one included.</summary>
internal sealed class CookieLanguageProvider : CookieRequestCultureProvider
{
    private static readonly Task<ProviderCultureResult?> Nothing = Task.FromResult<ProviderCultureResult?>(null);

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        httpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? Nothing
            : base.DetermineProviderCultureResult(httpContext);
}
