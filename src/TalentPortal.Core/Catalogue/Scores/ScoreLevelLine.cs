using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>What a level needs, and whether it is reached.</summary>
/// <param name="Level">Code of the level.</param>
/// <param name="Least">Least total; null when its parameter has no value on the day.</param>
/// <param name="Missing">Points missing; 0 when there are enough.</param>
/// <param name="And">Outcome of the further condition; yes where there is none.</param>
/// <param name="AndText">The further condition in words; may be empty.</param>
/// <param name="AndFacts">What was compared for it.</param>
public sealed record ScoreLevelLine(
    string Level, decimal? Least, decimal Missing, Truth And, LocalizedText AndText, IReadOnlyList<RuleFact> AndFacts)
{
    /// <summary>Whether the level is reached, vetoes aside.</summary>
    public bool IsReached => Least is not null && Missing == 0 && And is Truth.Yes;
}
