namespace TalentPortal.Core.Accounts;

/// <summary>What a person may do. Policies ask for permissions, never for roles; <see cref="RolePermissions"/> ties the two.</summary>
public enum Permission
{
    /// <summary>Apply for others under a dated mandate.</summary>
    ActForOthers,

    /// <summary>Open the inbox and close tasks that lie with one's role and unit.</summary>
    WorkOnTasks,

    /// <summary>Answer in the joint background check: name, number and purpose of the case only.</summary>
    AnswerJointChecks,

    /// <summary>Score anonymised files after a declaration of conflicts.</summary>
    ScoreFiles,

    /// <summary>Read the whole file of a case in one's own reach.</summary>
    ReadFiles,

    /// <summary>Read every case of the district.</summary>
    ReadDistrict,

    /// <summary>See an identifier in full, with a reason that is recorded.</summary>
    Unmask,

    /// <summary>Publish notices, record objections and their findings.</summary>
    RunNotices,

    /// <summary>Issue and revoke certificates.</summary>
    IssueCertificates,

    /// <summary>See the register of talent cards, and suspend, replace, change or cancel a card.</summary>
    ManageCards,

    /// <summary>Keep allowances: conditions, recoveries, and batches of payments that somebody else releases.</summary>
    ManageAllowances,

    /// <summary>Release a batch of payments, never one's own.</summary>
    ReleasePayments,

    /// <summary>Write changes of parameters and of service items' rules; somebody else releases them.</summary>
    SetParameters,

    /// <summary>Release such a change, never one's own.</summary>
    ReleaseRules,

    /// <summary>Open the leaders' boards.</summary>
    SeeBoards,

    /// <summary>Decide for the leading group.</summary>
    DecideForLeadingGroup,

    /// <summary>Deal with bad ratings of one's unit, and appeal against them.</summary>
    HandleRatings,

    /// <summary>Decide other units' appeals against ratings.</summary>
    DecideRatingAppeals,

    /// <summary>Check and redeem talent cards at one's own venue.</summary>
    RedeemCards,

    /// <summary>Answer for one's venues: agree to reversals, object to statements.</summary>
    RunVenue,

    /// <summary>System administration: failed jobs and messages, incidents, definitions.</summary>
    RunOperations,

    /// <summary>Security administration: accounts and appointments.</summary>
    GrantRights,

    /// <summary>Audit administration: read the audit and check it.</summary>
    ReadAudit,
}
