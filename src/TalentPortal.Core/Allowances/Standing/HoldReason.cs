namespace TalentPortal.Core.Allowances.Standing;

/// <summary>Why an instalment that is due is not paid.</summary>
public enum HoldReason
{
    /// <summary>The office has not entered yet whether the conditions were met.</summary>
    NotRecorded,

    /// <summary>The holder did not work in the district.</summary>
    NotEmployed,

    /// <summary>Too few months of social insurance were paid.</summary>
    InsuranceMissing,

    /// <summary>The card is suspended: what was earned before waits until it is in use again.</summary>
    CardSuspended,

    /// <summary>
    /// The card got another level within the period or before: the allowance is about to end on the eve, and may be asked for anew.
    /// </summary>
    LevelChanged,

    /// <summary>A payment came back from the account that is named.</summary>
    AccountToMend,

    /// <summary>It is more than one payment may come to.</summary>
    AboveCeiling,
}
