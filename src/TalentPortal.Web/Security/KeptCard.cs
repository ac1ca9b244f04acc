namespace TalentPortal.Web.Security;

/// <summary>
/// Remembers on a device whose card it keeps, so that the card goes when that account signs out or another one signs in there,
/// whatever page that happens on and whether or not a script runs.
/// </summary>
internal static class KeptCard
{
    /// <summary>Holds the account; no script reads it.</summary>
    private const string Cookie = "TalentPortal.Card";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>From now on the device keeps the card of this account.</summary>
    public static void Mark(HttpContext context, Guid userId) =>
        context.Response.Cookies.Append(Cookie, userId.ToString("N"), new CookieOptions
        {
            MaxAge = Kept,
            Path = "/",
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });

    /// <summary>Clears what the device keeps, unless it belongs to the account that uses it now.</summary>
    /// <param name="context">The request.</param>
    /// <param name="userId">Who uses the device from now on; null for nobody.</param>
    public static void ClearUnlessOf(HttpContext context, Guid? userId)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } of || of == userId?.ToString("N")) return;
        context.Response.Cookies.Delete(Cookie);
        // Storage of this origin: the kept card, the app's shell and its service worker.
        context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
    }
}
