namespace TalentPortal.Web.Presentation.Views;

/// <summary>Where one step of a case stands.</summary>
public enum StepState
{
    /// <summary>Still to come.</summary>
    Todo,

    /// <summary>The case is here now.</summary>
    Current,

    /// <summary>Behind the case.</summary>
    Done,
}
