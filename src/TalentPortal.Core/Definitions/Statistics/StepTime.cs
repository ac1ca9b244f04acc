namespace TalentPortal.Core.Definitions.Statistics;

/// <summary>How long a step took, by version.</summary>
/// <param name="Version">The definition's version.</param>
/// <param name="ActivityId">The activity.</param>
/// <param name="Step">The step's code.</param>
/// <param name="Closed">How often it was closed.</param>
/// <param name="Median">Working days that half of them took at most.</param>
/// <param name="NinthTenth">Working days that nine out of ten took at most.</param>
/// <param name="Supplements">How often its answer was to ask the applicant for more.</param>
/// <param name="Returns">How often a case was returned to it.</param>
/// <param name="Open">How many wait now.</param>
public sealed record StepTime(
    int Version, string ActivityId, string Step, int Closed, int Median, int NinthTenth, int Supplements, int Returns, int Open)
{
    /// <summary>Of those closed, the share that asked for more.</summary>
    public decimal? SupplementShare => Closed == 0 ? null : (decimal)Supplements / Closed;
}
