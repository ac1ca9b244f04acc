namespace TalentPortal.Core.Reviews.Actions;

/// <summary>What an officer may do with a task or its case beside deciding.</summary>
public enum DeskAction
{
    /// <summary>Pass the task on to a colleague.</summary>
    Transfer,

    /// <summary>Have a colleague prepare the answer.</summary>
    Delegate,

    /// <summary>Hear a colleague first.</summary>
    AddBefore,

    /// <summary>Have a colleague answer, too.</summary>
    AddBeside,

    /// <summary>Have a colleague decide after the answer.</summary>
    AddAfter,

    /// <summary>No longer ask an added reviewer.</summary>
    Remove,

    /// <summary>Ask another unit.</summary>
    Consult,

    /// <summary>Return the case to an earlier step.</summary>
    Return,

    /// <summary>Take the own answer back.</summary>
    TakeBack,

    /// <summary>Copy the case to somebody.</summary>
    Copy,

    /// <summary>A supervisor gives the task to somebody.</summary>
    Assign,

    /// <summary>A supervisor asks for speed.</summary>
    Urge,

    /// <summary>A supervisor allows a second supplement.</summary>
    AllowSupplement,

    /// <summary>A supervisor suspends the case.</summary>
    Suspend,

    /// <summary>A supervisor resumes the case.</summary>
    Resume,

    /// <summary>A supervisor ends the case without a result.</summary>
    Terminate,

    /// <summary>Ask for more time.</summary>
    AskExtension,

    /// <summary>A supervisor gives more time.</summary>
    ApproveExtension,

    /// <summary>A supervisor gives no more time.</summary>
    RefuseExtension,
}

/// <summary>An action with what it asks for.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Reason">Why; at most 4,000 characters.</param>
public sealed record DeskRequest(DeskAction Action, string Reason)
{
    /// <summary>To whom; for actions that choose a colleague.</summary>
    public Guid UserId { get; init; }

    /// <summary>Which unit is asked; for <see cref="DeskAction.Consult"/>.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Which added task; for <see cref="DeskAction.Remove"/>.</summary>
    public Guid AddedTaskId { get; init; }

    /// <summary>The earlier step's activity; for <see cref="DeskAction.Return"/>.</summary>
    public string ActivityId { get; init; } = "";

    /// <summary>Whether a returned case comes straight back; for <see cref="DeskAction.Return"/>.</summary>
    public bool ComesStraightBack { get; init; }
}
