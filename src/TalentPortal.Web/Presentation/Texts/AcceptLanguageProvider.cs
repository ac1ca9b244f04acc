using Microsoft.AspNetCore.Localization;
using Microsoft.Net.Http.Headers;

namespace TalentPortal.Web.Presentation.Texts;

/// <summary>
/// The first language of <c>Accept-Language</c> that the portal speaks, by its primary subtag: whoever reads any Chinese (zh, zh-TW,
/// zh-Hans-SG) gets Chinese. The framework's own provider compares whole tags and would give such a reader English.
/// </summary>
internal sealed class AcceptLanguageProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var wanted = httpContext.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language, StringWithQualityHeaderValueComparer.QualityComparer)
            .Select(language => language.Value.Value?.Split('-')[0])
            .Select(language => TextCatalog.Languages.FirstOrDefault(known =>
                string.Equals(known.Split('-')[0], language, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(known => known is not null);
        return Task.FromResult(wanted is null ? null : new ProviderCultureResult(wanted));
    }
}
