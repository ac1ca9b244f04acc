using TalentPortal.Core.Accounts;

namespace TalentPortal.Web.Security;

/// <summary>Where somebody starts after signing in.</summary>
internal static class Landing
{
    /// <summary>
    /// Boards for leaders, the inbox for officers, the till for a venue's staff, operations for administrators, the own cases for talents.
    /// </summary>
    public static string Of(Actor? actor)
    {
        if (actor is null || !actor.IsStaff) return "/cases";
        if (actor.Can(Permission.DecideForLeadingGroup)) return "/leader";
        if (actor.Can(Permission.WorkOnTasks)) return "/officer";
        return actor.Can(Permission.RedeemCards) ? "/venue" : "/admin";
    }
}
