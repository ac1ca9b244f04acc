namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>Where a case comes out.</summary>
public enum ReplayVerdict
{
    /// <summary>A condition of eligibility is not met.</summary>
    NotEligible,

    /// <summary>The panel's scores would not count: too few or too many experts.</summary>
    PanelNotValid,

    /// <summary>No level is reached.</summary>
    BelowLine,

    /// <summary>A level is reached.</summary>
    Level,

    /// <summary>Eligible, where nothing is scored.</summary>
    Eligible,
}
