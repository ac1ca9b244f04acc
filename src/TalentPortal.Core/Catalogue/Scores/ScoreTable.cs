using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>How an application is scored: items of parts of tiers, a bonus, and the cut-offs of the levels.</summary>
public sealed record ScoreTable
{
    /// <summary>Key of the code table that each item with a score table has: its scored items, with the attribute <c>max</c>.</summary>
    public const string ItemCodes = "scoreItems";

    /// <summary>Version of the rules, shown with every score.</summary>
    public required string RuleVersion { get; init; }

    /// <summary>Most points without the bonus.</summary>
    public required decimal Max { get; init; }

    /// <summary>How totals are rounded.</summary>
    public required ScoreRounding Rounding { get; init; }

    /// <summary>What rules a score out altogether.</summary>
    public required IReadOnlyList<ScoreVeto> Vetoes { get; init; }

    /// <summary>Items.</summary>
    public required IReadOnlyList<ScoreItem> Items { get; init; }

    /// <summary>Bonus, on top of <see cref="Max"/>: only the highest tier counts; null: none.</summary>
    public required ScoreItem? Bonus { get; init; }

    /// <summary>Levels from the highest to the lowest.</summary>
    public required IReadOnlyList<ScoreCutOff> CutOffs { get; init; }

    /// <summary>How a panel of experts scores; null: no panel.</summary>
    public required PanelRules? Panel { get; init; }

    /// <summary>Where the table comes from.</summary>
    public required Origin Origin { get; init; }
}
