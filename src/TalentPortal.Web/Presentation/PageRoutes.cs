using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace TalentPortal.Web.Presentation;

/// <summary>
/// Pages in <c>Public</c> stand at the root (<c>/privacy</c>, not <c>/public/privacy</c>); pages in <c>Dev</c> exist in Development only.
/// </summary>
internal sealed class PageRoutes(IWebHostEnvironment environment) : IPostConfigureOptions<RazorPagesOptions>, IPageRouteModelConvention
{
    private const string PublicFolder = "Public";

    public void PostConfigure(string? name, RazorPagesOptions options) => options.Conventions.Add(this);

    public void Apply(PageRouteModel model)
    {
        if (model.ViewEnginePath.StartsWith("/Dev/", StringComparison.Ordinal) && !environment.IsDevelopment())
            model.Selectors.Clear();
        if (!model.ViewEnginePath.StartsWith("/Public/", StringComparison.Ordinal)) return;
        foreach (var route in model.Selectors.Select(s => s.AttributeRouteModel).OfType<AttributeRouteModel>())
            route.Template = WithoutFolder(route.Template);
    }

    private static string? WithoutFolder(string? template)
    {
        if (string.Equals(template, PublicFolder, StringComparison.Ordinal)) return "";
        return template is not null && template.StartsWith(PublicFolder + "/", StringComparison.Ordinal)
            ? template[(PublicFolder.Length + 1)..]
            : template;
    }
}
