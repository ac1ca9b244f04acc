namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>Where a dry run stands.</summary>
public enum DryRunStatus
{
    /// <summary>Not begun.</summary>
    Waiting,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Over.</summary>
    Done,
}
