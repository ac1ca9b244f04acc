using TalentPortal.Core.Accounts;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Presentation;

/// <summary>
/// What the navigations offer. Add a line for a new entry: its text goes to <c>Resources/*/Shared.json</c> under <c>Shared.Nav.*</c>,
/// its page must exist (a test asks for it).
/// </summary>
public static class Navigation
{
    /// <summary>The header of public and talents' pages.</summary>
    public static IReadOnlyList<NavItem> Public { get; } =
    [
        new("Shared.Nav.Home", "/", "home"),
        new("Shared.Nav.Services", "/services", "files"),
        new("Shared.Nav.Notices", "/notices", "speakerphone"),
        new("Recognitions.Verify.Title", "/verify", "rosette-discount-check"),
    ];

    /// <summary>The dock at the foot of a signed-in talent's phone: at most four.</summary>
    public static IReadOnlyList<NavItem> Dock { get; } =
    [
        new("Shared.Nav.Home", "/", "home"),
        new("Shared.Nav.Services", "/services", "files"),
        new("Shared.Nav.Cases", "/cases", "progress-check"),
        new("TalentCards.Register.Title", "/cards", "id-badge-2"),
    ];

    /// <summary>How many entries stand side by side; what is beyond them is in a menu at the end, unless it is one alone.</summary>
    public const int MostInARow = 5;

    /// <summary>
    /// The bar of the workplace, the most used first: officers, leaders and administrators see what their policies allow.
    /// </summary>
    public static IReadOnlyList<NavItem> Staff { get; } =
    [
        new("Shared.Nav.Inbox", "/officer", "inbox", Policies.Officer),
        new("Shared.Nav.AllCases", "/officer/cases", "search", Policies.Officer),
        new("Shared.Nav.Mentions", "/officer/mentions", "at", Policies.Officer),
        new("Absences.Nav", "/officer/absences", "calendar-off", Policies.Officer),
        new("Shared.Nav.Notices", "/officer/notices", "speakerphone", nameof(Permission.RunNotices)),
        new("Shared.Nav.Objections", "/officer/objections", "message-report", nameof(Permission.RunNotices)),
        new("Life.Desk.Title", "/officer/recognitions", "certificate", nameof(Permission.IssueCertificates)),
        new("Ratings.Desk.Title", "/officer/ratings", "star", nameof(Permission.HandleRatings)),
        new("TalentCards.Register.Title", "/officer/cards", "id-badge-2", nameof(Permission.ManageCards)),
        new("Standings.Title", "/officer/benefits", "gift", nameof(Permission.ManageCards)),
        new("CardUse.Title", "/officer/card-use", "chart-bar", nameof(Permission.SeeBoards)),
        new("CardSignals.Title", "/officer/card-signals", "shield-search", nameof(Permission.ManageCards)),
        new("Venue.Title", "/venue", "scan", Policies.Venue),
        new("Statements.Title", "/statements", "file-invoice", Policies.Statements),
        new("Allowances.List.Title", "/officer/allowances", "wallet", nameof(Permission.ManageAllowances)),
        new("Allowances.Batches.Title", "/officer/allowances/batches", "checklist", Policies.Payments),
        new("Shared.Nav.Leader", "/leader", "chart-bar", Policies.Leader),
        new("Shared.Nav.Admin", "/admin", "settings", Policies.Administration),
        new("Shared.Nav.Incidents", "/admin/incidents", "alert-triangle", nameof(Permission.RunOperations)),
        new("Shared.Nav.Instances", "/admin/instances", "sitemap", nameof(Permission.RunOperations)),
        new("Shared.Nav.Failures", "/admin/failures", "mail-x", nameof(Permission.RunOperations)),
        new("Shared.Nav.Parameters", "/admin/parameters", "adjustments", Policies.Rules),
        new("TalentCards.Benefits.Title", "/admin/benefits", "gift", Policies.Rules),
        new("Rules.Title", "/admin/rules", "git-pull-request", Policies.Rules),
        new("Clocks.Calendars.Title", "/admin/calendars", "calendar", nameof(Permission.RunOperations)),
        new("Shared.Nav.Items", "/admin/items", "list", nameof(Permission.RunOperations)),
        new("Shared.Nav.Definitions", "/admin/definitions", "sitemap", nameof(Permission.RunOperations)),
        new("Handovers.Nav", "/officer/handover", "arrows-exchange", Policies.Handover),
        new("Shared.Nav.Appointments", "/admin/appointments", "users", nameof(Permission.GrantRights)),
    ];

    /// <summary>The menu under the name of whoever is signed in; signing out comes after it.</summary>
    public static IReadOnlyList<NavItem> Personal { get; } =
    [
        new("Shared.Nav.Cases", "/cases", "progress-check"),
        new("TalentCards.Own.Title", "/cards", "id-badge-2"),
        new("Due.Title", "/due", "gift"),
        new("Allowances.Own.Title", "/allowances", "wallet"),
        new("Life.Mine.Title", "/recognitions/mine", "certificate"),
        new("CardInHand.Title", "/cards/show", "qrcode"),
        new("Account.Index.Title", "/account", "user-cog"),
    ];

    /// <summary>Which layout a page file takes: the workplace for officers, leaders and administrators, else the calm one.</summary>
    /// <param name="pagePath">The page's file path, as <c>/Pages/Officer/Reviews/Inbox.cshtml</c>.</param>
    public static string LayoutFor(string pagePath)
    {
        ArgumentNullException.ThrowIfNull(pagePath);
        string[] workplaces = ["/Pages/Officer/", "/Pages/Handover/", "/Pages/Leader/", "/Pages/Admin/", "/Pages/Venue/", "/Pages/Statements/"];
        return workplaces.Any(folder => pagePath.StartsWith(folder, StringComparison.Ordinal)) ? "_StaffLayout" : "_Layout";
    }
}
