namespace TalentPortal.Core.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobStatus
{
    /// <summary>To be run, perhaps again.</summary>
    Waiting,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Given up; administrators see it and may have it tried again.</summary>
    Failed,
}
