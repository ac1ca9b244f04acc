using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TalentPortal.Web.Security;

/// <summary>Who may open the pages of a folder. A page in a folder that is not named here needs a signed-in user.</summary>
internal static class PageRules
{
    private static readonly string[] AccountPagesForVisitors =
    [
        "SignIn", "Register", "Registered", "Confirm", "ResendConfirmation", "ForgotPassword", "ForgotPasswordSent",
        "ResetPassword", "Lockout", "SignedOut", "Denied",
    ];

    public static void AddTo(RazorPagesOptions options, bool isDevelopment)
    {
        var pages = options.Conventions;
        pages.AllowAnonymousToFolder("/Public");
        foreach (var page in AccountPagesForVisitors) pages.AllowAnonymousToPage("/Account/" + page);
        pages.AuthorizeFolder("/Talent");
        pages.AuthorizeFolder("/Officer", Policies.Officer);
        pages.AuthorizeFolder("/Handover", Policies.Handover);
        pages.AuthorizeFolder("/Leader", Policies.Leader);
        pages.AuthorizeFolder("/Venue", Policies.Venue);
        pages.AuthorizeFolder("/Statements", Policies.Statements);
        pages.AuthorizeFolder("/Admin", Policies.AdminArea);
        if (isDevelopment) pages.AllowAnonymousToFolder("/Dev");
    }
}
