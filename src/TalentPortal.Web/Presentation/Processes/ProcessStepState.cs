namespace TalentPortal.Web.Presentation.Processes;

/// <summary>Where an instance stands with an activity.</summary>
public enum ProcessStepState
{
    /// <summary>Not begun.</summary>
    Ahead,

    /// <summary>Done, or left.</summary>
    Behind,

    /// <summary>It waits here.</summary>
    Here,

    /// <summary>An incident holds it here.</summary>
    Stopped,
}
