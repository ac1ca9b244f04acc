using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Presentation;

/// <summary>What page models do before they call a service, and after it has answered.</summary>
public static class PageModelExtensions
{
    /// <summary>Begins an operation of whoever is signed in.</summary>
    /// <param name="page">The page.</param>
    /// <param name="operationId">From the form; empty where doing it twice is harmless.</param>
    /// <param name="type">A gerund.</param>
    /// <param name="role">In which role; null for the first held.</param>
    internal static Operation Begin(this PageModel page, Guid operationId, string type, string? role = null)
    {
        var actor = page.User.Actor();
        return Operation.Begin(operationId, type, actor.UserId,
            role ?? (actor.Appointments is [var held, ..] ? held.Role.ToString() : null), TimeOf(page));
    }

    /// <summary>Begins an operation that whoever is signed in does for themselves, in no role.</summary>
    /// <param name="page">The page.</param>
    /// <param name="operationId">From the form.</param>
    /// <param name="type">A gerund.</param>
    internal static Operation BeginOwn(this PageModel page, Guid operationId, string type) =>
        Operation.Begin(operationId, type, page.User.Actor().UserId, role: null, TimeOf(page));

    /// <summary>
    /// Redirects to a page (null: to the one at hand, about the same thing), which shows the sentence <paramref name="textKey"/> on top,
    /// once.
    /// </summary>
    public static RedirectToPageResult RedirectWithBanner(
        this PageModel page, string? pageName, string textKey, object? routeValues = null, string kind = "ok", params string[] arguments)
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

    private static TimeProvider TimeOf(PageModel page) => page.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
}
