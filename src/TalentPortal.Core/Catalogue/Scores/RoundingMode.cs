namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>How a number between two steps is rounded.</summary>
public enum RoundingMode
{
    /// <summary>To the nearest; a half goes up.</summary>
    HalfUp,

    /// <summary>To the nearest; a half goes to the even neighbour.</summary>
    HalfEven,

    /// <summary>Always down.</summary>
    Down,
}
