using Microsoft.AspNetCore.Localization;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation;

/// <summary>
/// <c>POST /preferences</c>: keeps language, text size or theme in a cookie and goes back. It asks for no antiforgery token, because
/// its forms stand on pages that must work without the key store; instead it refuses what the browser says comes from elsewhere.
/// </summary>
internal static class PreferencesEndpoint
{
    public const string Path = "/preferences";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, (Delegate)PostAsync).AllowAnonymous().WithName("Preferences");

    private static async Task<IResult> PostAsync(HttpContext context)
    {
        if (!IsSameOrigin(context.Request)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!context.Request.HasFormContentType) return Results.StatusCode(StatusCodes.Status400BadRequest);
        if (await FormOfAsync(context) is not { } form) return Results.StatusCode(StatusCodes.Status400BadRequest);
        foreach (var (name, value) in form)
        {
            if (CookieFor(name, value.ToString()) is not { } cookie) continue;
            if (cookie.Value.Length == 0) context.Response.Cookies.Delete(cookie.Name);
            else context.Response.Cookies.Append(cookie.Name, cookie.Value, Options(context.Request));
        }
        var back = form["returnUrl"].ToString();
        return IsLocal(back) ? Results.LocalRedirect(back) : Results.LocalRedirect("/");
    }

    /// <summary>The form; null when it cannot be read, for example because it holds U+0000.</summary>
    private static async Task<IFormCollection?> FormOfAsync(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static (string Name, string Value)? CookieFor(string field, string value) => (field, value) switch
    {
        ("culture", _) when TextCatalog.Languages.Contains(value, StringComparer.Ordinal) =>
            (CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(value))),
        ("text", "large" or "normal") => (ViewPreferences.TextCookie, value),
        ("theme", "light" or "dark") => (ViewPreferences.ThemeCookie, value),
        ("theme", "system") => (ViewPreferences.ThemeCookie, ""),
        _ => null,
    };

    private static CookieOptions Options(HttpRequest request) => new()
    {
        MaxAge = Kept,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
        IsEssential = true,
    };

    private static bool IsSameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsLocal(string url) =>
        url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal)
        && !url.Any(char.IsControl);
}
