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

    /// <summary>The card is suspended.</summary>
    CardSuspended,

    /// <summary>The card has another level now: the allowance has to be asked for anew.</summary>
    LevelChanged,

    /// <summary>A payment came back from the account that is named.</summary>
    AccountToMend,

    /// <summary>It is more than one payment may come to.</summary>
    AboveCeiling,
}
