using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation;

/// <summary>What page models do after a service has answered.</summary>
public static class PageModelExtensions
{
    /// <summary>Redirects to a page, which shows the sentence <paramref name="textKey"/> on top, once.</summary>
    public static RedirectToPageResult RedirectWithBanner(
        this PageModel page, string pageName, string textKey, object? routeValues = null, string kind = "ok", params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(page);
        new Banner(textKey, arguments, kind).Keep(page.TempData);
        return page.RedirectToPage(pageName, routeValues);
    }

    /// <summary>Puts a refusal's sentence into the model state: on a field, or on the whole form.</summary>
    /// <param name="page">The page that shows the form again.</param>
    /// <param name="refusal">Why it was refused.</param>
    /// <param name="field">The field's full name, such as <c>Input.Opinion</c>; empty for the whole form.</param>
    public static void AddRefusal(this PageModel page, Refusal refusal, string field = "")
    {
        ArgumentNullException.ThrowIfNull(page);
        var texts = page.HttpContext.RequestServices.GetRequiredService<IStringLocalizer>();
        page.ModelState.AddModelError(field, texts.Of(refusal));
    }
}
