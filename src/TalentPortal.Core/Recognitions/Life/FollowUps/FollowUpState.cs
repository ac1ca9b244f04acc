namespace TalentPortal.Core.Recognitions.Life.FollowUps;

/// <summary>How far a planned line is.</summary>
public enum FollowUpState
{
    /// <summary>Planned; not begun.</summary>
    Planned,

    /// <summary>It failed, and is tried again by itself.</summary>
    Retrying,

    /// <summary>It failed for good: an administrator has it tried again.</summary>
    Failed,

    /// <summary>Done.</summary>
    Done,

    /// <summary>An administrator took it back: it is not done.</summary>
    Dropped,
}
