namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>
/// A score with everything that led to it, in plain values: it can be stored with the decision, shown to the applicant, and
/// computed again years later.
/// </summary>
public sealed record ScoreTrace
{
    /// <summary>Code of the service item.</summary>
    public required string ItemCode { get; init; }

    /// <summary>Version of the service item.</summary>
    public required int ItemVersion { get; init; }

    /// <summary>Checksum of the item's version.</summary>
    public required string ItemChecksum { get; init; }

    /// <summary>Version of the score table.</summary>
    public required string RuleVersion { get; init; }

    /// <summary>Local day on which ages and parameters were taken.</summary>
    public required DateOnly EvaluatedOn { get; init; }

    /// <summary>Most points without the bonus.</summary>
    public required decimal Max { get; init; }

    /// <summary>One line an item.</summary>
    public required IReadOnlyList<ScoreLine> Lines { get; init; }

    /// <summary>The bonus; null when the table has none.</summary>
    public required ScoreLine? Bonus { get; init; }

    /// <summary>What rules the score out; empty when nothing does.</summary>
    public required IReadOnlyList<ScoreVetoLine> Vetoes { get; init; }

    /// <summary>How the total is rounded.</summary>
    public required ScoreRounding Rounding { get; init; }

    /// <summary>The total, rounded.</summary>
    public required decimal Total { get; init; }

    /// <summary>What each level needs, from the highest down.</summary>
    public required IReadOnlyList<ScoreLevelLine> Levels { get; init; }

    /// <summary>The highest level reached; null when none is, or a veto stands.</summary>
    public string? Level => Vetoes.Count > 0 ? null : Levels.FirstOrDefault(l => l.IsReached)?.Level;

    /// <summary>The total computed again from the lines alone: it equals <see cref="Total"/>, or the trace was altered.</summary>
    public decimal Recompute()
    {
        var items = Lines.Sum(line => Math.Min(line.Parts.Sum(p => p.Points), line.Max));
        var bonus = Bonus is null ? 0 : Math.Min(Bonus.Parts.Max(p => p.Points), Bonus.Max);
        return Rounding.Round(Math.Min(items, Max) + bonus);
    }
}
