using System.Collections.Frozen;

namespace TalentPortal.Core.Accounts;

/// <summary>
/// The one table from role to permissions. GB/T 22239-2019 (level 3) wants system, security and audit duties apart: the
/// administrator's three permissions are already three, so that splitting the role changes this table and no page.
/// </summary>
public static class RolePermissions
{
    private static readonly FrozenDictionary<PortalRole, FrozenSet<Permission>> Table = new Dictionary<PortalRole, FrozenSet<Permission>>
    {
        [PortalRole.VillageAssistant] = Of(Permission.ActForOthers, Permission.WorkOnTasks, Permission.ReadFiles),
        [PortalRole.TownReviewer] = Of(Permission.WorkOnTasks, Permission.ReadFiles, Permission.HandleRatings),
        [PortalRole.DepartmentReviewer] = Of(Permission.WorkOnTasks, Permission.ReadFiles, Permission.Unmask, Permission.HandleRatings),
        [PortalRole.JointChecker] = Of(Permission.WorkOnTasks, Permission.AnswerJointChecks),
        [PortalRole.Expert] = Of(Permission.WorkOnTasks, Permission.ScoreFiles),
        [PortalRole.TalentOffice] = Of(
            Permission.WorkOnTasks, Permission.ReadFiles, Permission.ReadDistrict, Permission.Unmask, Permission.RunNotices,
            Permission.IssueCertificates, Permission.ManageCards, Permission.ManageAllowances, Permission.ReleasePayments,
            Permission.SetParameters, Permission.ReleaseRules, Permission.SeeBoards, Permission.HandleRatings,
            Permission.DecideRatingAppeals),
        [PortalRole.LeadingGroup] = Of(
            Permission.WorkOnTasks, Permission.ReadFiles, Permission.SeeBoards, Permission.DecideForLeadingGroup,
            Permission.ReleasePayments,
            Permission.HandleRatings, Permission.DecideRatingAppeals),
        [PortalRole.Administrator] = Of(
            Permission.RunOperations, Permission.GrantRights, Permission.ReadAudit, Permission.SetParameters),
        [PortalRole.VenueStaff] = Of(Permission.RedeemCards),
        [PortalRole.VenueManager] = Of(Permission.RedeemCards, Permission.RunVenue),
    }.ToFrozenDictionary();

    /// <summary>What a role may do.</summary>
    public static IReadOnlySet<Permission> Of(PortalRole role) => Table[role];

    private static FrozenSet<Permission> Of(params Permission[] permissions) => permissions.ToFrozenSet();
}
