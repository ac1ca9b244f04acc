namespace TalentPortal.Web.Presentation.Views;

/// <summary>What a point of a timeline stands for.</summary>
public enum TimelineKind
{
    /// <summary>Happened.</summary>
    Done,

    /// <summary>Happened, and the clock stands since.</summary>
    Pause,

    /// <summary>Still to come.</summary>
    Todo,
}
