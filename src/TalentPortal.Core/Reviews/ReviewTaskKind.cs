namespace TalentPortal.Core.Reviews;

/// <summary>What a task of a step is for.</summary>
public enum ReviewTaskKind
{
    /// <summary>Its answer makes the step's outcome.</summary>
    Main,

    /// <summary>An opinion that is heard first: the asking task waits for it.</summary>
    Before,

    /// <summary>A further decision once the asking task is answered; it then makes the outcome.</summary>
    After,

    /// <summary>Somebody prepares the answer, and the task comes back to who delegated it.</summary>
    Delegated,

    /// <summary>Another unit is asked; nobody waits for it.</summary>
    Consulted,
}

/// <summary>What the kinds have in common.</summary>
public static class ReviewTaskKinds
{
    /// <summary>What an opinion may say, in the order of the buttons.</summary>
    public static IReadOnlyList<string> Opinions { get; } = [Agree, Disagree];

    /// <summary>In favour.</summary>
    public const string Agree = "Agree";

    /// <summary>Against; with a reason.</summary>
    public const string Disagree = "Disagree";

    /// <summary>Whether the answer is advice and makes no outcome.</summary>
    public static bool IsOpinion(this ReviewTaskKind kind) =>
        kind is ReviewTaskKind.Before or ReviewTaskKind.Delegated or ReviewTaskKind.Consulted;

    /// <summary>Whether the asking task waits for the answer.</summary>
    public static bool HoldsParent(this ReviewTaskKind kind) => kind is ReviewTaskKind.Before or ReviewTaskKind.Delegated;
}
