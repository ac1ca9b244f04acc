namespace TalentPortal.Core.Definitions.Moves;

/// <summary>What moving the running instances of one version to another would do.</summary>
/// <param name="Cases">The cases, those first that would need help.</param>
/// <param name="IsCut">Whether there are more than are moved at once.</param>
/// <param name="Places">The places that need a step to go on at.</param>
/// <param name="Steps">The steps on offer.</param>
/// <param name="Losses">Names of variables whose values would not be kept as they are.</param>
public sealed record MovePreview(
    IReadOnlyList<MoveCase> Cases, bool IsCut, IReadOnlyList<MovePlace> Places, IReadOnlyList<MoveStep> Steps, IReadOnlyList<string> Losses)
{
    /// <summary>How many go on untouched where they stand.</summary>
    public int Fitting => Cases.Count(one => !one.LacksGuide && one.Lacking.Count == 0);

    /// <summary>How many stay whatever is chosen.</summary>
    public int Staying => Cases.Count(one => one.LacksGuide);
}
