using TalentPortal.Core.Accounts;

namespace TalentPortal.Web.Security;

/// <summary>Where somebody starts after signing in.</summary>
internal static class Landing
{
    /// <summary>Boards for leaders, the inbox for officers, operations for administrators, the own cases for talents.</summary>
    public static string Of(Actor? actor)
    {
        if (actor is null || !actor.IsStaff) return "/cases";
        if (actor.Can(Permission.DecideForLeadingGroup)) return "/leader";
        return actor.Can(Permission.WorkOnTasks) ? "/officer" : "/admin";
    }
}
