namespace TalentPortal.EndToEnd.Tests.Pages;

/// <summary>Every page of the portal, with a role that fits: a page without a line here fails the test.</summary>
internal static class PageVisits
{
    private const string Visitor = "";
    private const string Talent = "talent@demo";
    private const string Proxy = "village@demo";
    private const string Office = "office@demo";
    private const string Leader = "leader@demo";
    private const string Admin = "admin@demo";

    /// <summary>The first button of the first form.</summary>
    private const string Send = "main form button.btn-primary";

    /// <summary>In any order; a page may be met in several states.</summary>
    public static IReadOnlyList<PageVisit> All { get; } =
    [
        new("/Public/Index", Visitor, "/"),
        new("/Public/Privacy", Visitor, "/privacy"),
        new("/Public/Accessibility", Visitor, "/accessibility"),
        new("/Public/Services/Index", Visitor, "/services"),
        new("/Public/Services/Guide", Visitor, "/services/talent-recognition"),
        new("/Public/Services/Check", Visitor, "/services/talent-recognition/check", Send),
        new("/Public/Notices/Index", Visitor, "/notices", IsList: true),
        new("/Public/Notices/Details", Visitor, "/notices/{notice}"),
        new("/Public/Notices/Object", Proxy, "/notices/{notice}/object/{entry}", Send),
        new("/Public/Certificates/Index", Visitor, "/recognitions", IsList: true),
        new("/Public/Certificates/Verify", Visitor, "/verify?number={certificate}"),
        new("/Public/Certificates/Verify", Visitor, "/verify?number=YSRC2026-7K3M-9QXAA"),
        new("/Public/Certificates/Index", Visitor, "/recognitions?category=governance"),
        new("/Public/Certificates/Print", Proxy, "/certificates/{certificate}"),
        new("/Account/SignIn", Visitor, "/account/signin", Send),
        new("/Account/Register", Visitor, "/account/register", Send),
        new("/Account/Registered", Visitor, "/account/registered"),
        new("/Account/Confirm", Visitor, "/account/confirm?userId=3f8f1a30-0000-4000-8000-000000000001&code=wrong"),
        new("/Account/ResendConfirmation", Visitor, "/account/resendconfirmation", Send),
        new("/Account/ForgotPassword", Visitor, "/account/forgotpassword", Send),
        new("/Account/ForgotPasswordSent", Visitor, "/account/forgotpasswordsent"),
        new("/Account/ResetPassword", Visitor, "/account/resetpassword?userId=3f8f1a30-0000-4000-8000-000000000001&code=wrong", Send),
        new("/Account/Lockout", Visitor, "/account/lockout"),
        new("/Account/Denied", Visitor, "/account/denied"),
        new("/Account/SignOut", Who: null, "/account/signout"),
        new("/Account/Index", Talent, "/account"),
        new("/Account/ChangePassword", Talent, "/account/changepassword", Send),
        new("/Talent/Index", Who: null, "/talent"),
        new("/Talent/Cases/Index", Talent, "/cases", IsList: true),
        new("/Talent/Cases/Case", Proxy, "/cases/{decided}"),
        new("/Talent/Cases/Case", Proxy, "/cases/{asked}"),
        new("/Talent/Cases/Days", Proxy, "/cases/{decided}/days"),
        new("/Talent/Cases/Supplement", Proxy, "/cases/{asked}/supplement", Send + ", main .tp-save button.btn-primary"),
        new("/Talent/Cases/Withdraw", Proxy, "/cases/{asked}/withdraw"),
        new("/Talent/Applications/Start", Talent, "/applications/start/talent-consultation", "#other button"),
        new("/Talent/Applications/Section", Talent, "/applications/{draft}/form", "button[name=go][value=next].btn-primary"),
        new("/Talent/Applications/Check", Talent, "/applications/{draft}/check"),
        new("/Talent/Applications/Receipt", Proxy, "/applications/{decidedId}/receipt"),
        new("/Talent/Materials/Preview", Talent, "/materials/{material}/preview"),
        new("/Talent/Materials/View", Who: null, "/materials/{material}"),
        new("/Officer/Index", Office, "/officer?scope=Pool", IsList: true),
        new("/Officer/Absences/Index", "town@demo", "/officer/absences", Send),
        new("/Officer/Batch/Index", "town@demo", "/officer/batch?task={task}", Send),
        new("/Officer/Cases/Index", Office, "/officer/cases", IsList: true),
        new("/Officer/Cases/Case", Office, "/officer/cases/{decidedId}"),
        new("/Officer/Cases/Reveal", Office, "/officer/cases/{decidedId}/reveal?path=person.citizenId", Send),
        new("/Officer/Cases/Material", Who: null, "/officer/cases/{taskCase}/materials/{material}"),
        new("/Talent/Slips/Slip", Proxy, "/cases/{asked}/slips/Supplement"),
        new("/Talent/Slips/Slip", Proxy, "/cases/{decided}/slips/Acceptance"),
        new("/Officer/Paper/Slip", Office, "/officer/cases/{decidedId}/slips/Acceptance"),
        new("/Officer/Paper/Archive", Office, "/officer/cases/{decidedId}/archive", Send),
        new("/Officer/Notes/Case", Office, "/officer/cases/{decidedId}/notes", Send),
        new("/Officer/Notes/Mentions", Office, "/officer/mentions", IsList: true),
        new("/Officer/Phrases/Index", Office, "/officer/phrases", Send, IsList: true),
        new("/Officer/Tasks/Review", "town@demo", "/officer/tasks/{task}", ".tp-sign button"),
        new("/Officer/Tasks/Review", "{expert}", "/officer/tasks/{seat}", Send),
        new("/Officer/Tasks/Actions", "town@demo", "/officer/tasks/{task}/actions"),
        new("/Officer/Tasks/Actions", "town@demo", "/officer/tasks/{task}/actions?do=Consult", Send),
        new("/Officer/Notices/Index", Office, "/officer/notices", IsList: true),
        new("/Officer/Notices/Record", Office, "/officer/notices/{notice}/record", Send),
        new("/Officer/Objections/Index", Office, "/officer/objections", IsList: true),
        new("/Officer/Objections/Decide", Office, "/officer/objections/{objection}", Send),
        new("/Leader/Index", Leader, "/leader", IsList: true),
        new("/Leader/Cases", Leader, "/leader/cases", IsList: true),
        new("/Admin/Index", Admin, "/admin", IsList: true),
        new("/Admin/Incidents", Admin, "/admin/incidents", IsList: true),
        new("/Admin/Failures", Admin, "/admin/failures", IsList: true),
        new("/Admin/Appointments", Admin, "/admin/appointments", IsList: true),
        new("/Admin/Parameters", Admin, "/admin/parameters", IsList: true),
        new("/Admin/Rules/Parameter", Admin, "/admin/parameters/recog.cutSenior", Send),
        new("/Admin/Rules/Index", Office, "/admin/rules", IsList: true),
        new("/Admin/Rules/Change", Office, "/admin/rules/{rule}", Send),
        new("/Admin/Items", Admin, "/admin/items", IsList: true),
        new("/Admin/Definitions/Index", Admin, "/admin/definitions", Send),
        new("/Admin/Definitions/Details", Admin, "/admin/definitions/talent-recognition"),
        new("/Admin/Definitions/Version", Admin, "/admin/definitions/talent-recognition/3"),
        new("/Admin/Definitions/Compare", Admin, "/admin/definitions/talent-recognition/compare"),
        new("/Admin/Raw", Admin, "/admin/raw/item/RC010001/{version}"),
        new("/Dev/Index", Visitor, "/dev"),
        new("/Dev/Clock", Visitor, "/dev/clock", "form[action*='Days'] button"),
        new("/Dev/Gallery", Visitor, "/dev/gallery"),
        new("/Dev/Accounts", Visitor, "/dev/accounts"),
        new("/Dev/Mail", Visitor, "/dev/mail", IsList: true),
        new("", Visitor, "/nothing-is-here", Status: 404),
    ];
}
