using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Catalogue.Scores;

namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>How one case comes out under one reading of the rules.</summary>
/// <param name="Verdict">Where.</param>
/// <param name="Level">Which level; null for none.</param>
/// <param name="Eligibility">How the conditions came out.</param>
public sealed record ReplayOutcome(ReplayVerdict Verdict, string? Level, EligibilityResult Eligibility)
{
    /// <summary>The total that decides; null where nothing is scored.</summary>
    public decimal? Total { get; init; }

    /// <summary>What each level needs.</summary>
    public IReadOnlyList<ScoreLevelLine> Levels { get; init; } = [];

    /// <summary>The score table as the answers fill it; null where nothing is scored.</summary>
    public ScoreTrace? Table { get; init; }

    /// <summary>Whether a panel's scores decide, and the table only stands beside.</summary>
    public bool IsByPanel { get; init; }

    /// <summary>The verdict in one word, with the level in place of its kind.</summary>
    public string Code => Level ?? Verdict.ToString();
}
