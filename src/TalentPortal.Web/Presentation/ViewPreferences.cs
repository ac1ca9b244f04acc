using TalentPortal.Web.Security;

namespace TalentPortal.Web.Presentation;

/// <summary>
/// How pages should look: what this browser chose, in two cookies that hold nothing personal, else what the account keeps.
/// </summary>
/// <param name="IsLarge">Large text: the root at 125 %.</param>
/// <param name="Theme">light, dark, or empty to follow the system.</param>
public sealed record ViewPreferences(bool IsLarge, string Theme)
{
    /// <summary>The cookie of the text size: <c>large</c>, <c>normal</c> or absent.</summary>
    public const string TextCookie = "tp-text";

    /// <summary>The cookie of the theme: <c>light</c>, <c>dark</c> or absent. The head script reads it too.</summary>
    public const string ThemeCookie = "tp-theme";

    /// <summary>What cookies and account ask for; an unknown value counts as absent.</summary>
    public static ViewPreferences Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cookies = context.Request.Cookies;
        var isLarge = cookies[TextCookie] switch
        {
            "large" => true,
            "normal" => false,
            _ => context.User.FindActor()?.LargeText == true,
        };
        return new ViewPreferences(isLarge, cookies[ThemeCookie] is "light" or "dark" ? cookies[ThemeCookie]! : "");
    }
}
