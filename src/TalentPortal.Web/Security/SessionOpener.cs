using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Web.Presentation;

namespace TalentPortal.Web.Security;

/// <summary>Begins and ends the browser's session, and lets pages speak and look as the account wants.</summary>
internal sealed class SessionOpener(SignInManager<PortalUser> signIn, AccountTrace trace, IHttpContextAccessor http)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Signs somebody in who has shown who they are.</summary>
    public async Task OpenAsync(PortalUser user, CancellationToken ct)
    {
        await trace.RecordAsync("SignedIn", user, ct);
        KeptCard.ClearUnlessOf(http.HttpContext!, user.Id);
        await RenewAsync(user);
    }

    /// <summary>Goes on under a new security stamp, after the holder changed the account.</summary>
    public async Task RenewAsync(PortalUser user)
    {
        await signIn.SignInAsync(user, isPersistent: false);
        var context = http.HttpContext!;
        var options = new CookieOptions
        {
            MaxAge = Kept,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        };
        var culture = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(user.Culture));
        context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, culture, options);
        if (user.LargeText) context.Response.Cookies.Append(ViewPreferences.TextCookie, "large", options);
        else context.Response.Cookies.Delete(ViewPreferences.TextCookie);
    }

    /// <summary>Ends this session; others of the account go on.</summary>
    public async Task CloseAsync(PortalUser? user, CancellationToken ct)
    {
        if (user is not null) await trace.RecordAsync("SignedOut", user, ct);
        KeptCard.ClearUnlessOf(http.HttpContext!, userId: null);
        await signIn.SignOutAsync();
    }
}
