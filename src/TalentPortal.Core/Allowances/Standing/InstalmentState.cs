namespace TalentPortal.Core.Allowances.Standing;

/// <summary>Where an instalment stands.</summary>
public enum InstalmentState
{
    /// <summary>Its period runs.</summary>
    Running,

    /// <summary>It can be paid.</summary>
    Due,

    /// <summary>It is due and held.</summary>
    Held,

    /// <summary>In a batch, or on its way.</summary>
    OnTheWay,

    /// <summary>It arrived.</summary>
    Paid,
}
