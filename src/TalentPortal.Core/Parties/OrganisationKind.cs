namespace TalentPortal.Core.Parties;

/// <summary>What a unit is.</summary>
public enum OrganisationKind
{
    /// <summary>The district itself.</summary>
    District,

    /// <summary>The talent work leading group.</summary>
    LeadingGroup,

    /// <summary>The organisation department's talent office.</summary>
    TalentOffice,

    /// <summary>A trade department of the government.</summary>
    Department,

    /// <summary>A unit that answers in joint background checks.</summary>
    JointCheckUnit,

    /// <summary>A town, township or street office.</summary>
    Town,

    /// <summary>A village or neighbourhood committee.</summary>
    Village,

    /// <summary>A university or institute.</summary>
    University,

    /// <summary>A firm, farm or cooperative.</summary>
    Firm,

    /// <summary>Runs venues where talent cards are used.</summary>
    Partner,

    /// <summary>A place where talent cards are used.</summary>
    Venue,
}
