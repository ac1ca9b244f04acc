namespace TalentPortal.Core.Accounts;

/// <summary>The roles that an appointment may give. An applicant needs none.</summary>
public enum PortalRole
{
    /// <summary>Helps villagers to apply and recommends them.</summary>
    VillageAssistant,

    /// <summary>First check in a town.</summary>
    TownReviewer,

    /// <summary>Second check in a trade department.</summary>
    DepartmentReviewer,

    /// <summary>Answers for a unit in the joint background check.</summary>
    JointChecker,

    /// <summary>Scores anonymised files.</summary>
    Expert,

    /// <summary>The organisation department's talent office.</summary>
    TalentOffice,

    /// <summary>A member of the leading group.</summary>
    LeadingGroup,

    /// <summary>Keeps the portal running; sees no case.</summary>
    Administrator,

    /// <summary>Scans talent cards at a partner's venue.</summary>
    VenueStaff,

    /// <summary>Answers for a venue, or for all venues of a partner.</summary>
    VenueManager,
}
