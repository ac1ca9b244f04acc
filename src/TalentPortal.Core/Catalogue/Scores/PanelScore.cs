namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>What a panel came to.</summary>
/// <param name="Total">Mean of the totals that count, rounded.</param>
/// <param name="Items">Mean by item over the same experts, rounded; they need not add up to <paramref name="Total"/>.</param>
/// <param name="Scores">All scores, ordered by total and then by expert.</param>
/// <param name="Dropped">Experts whose scores do not count: the highest and the lowest of a panel large enough.</param>
/// <param name="Spread">Highest less lowest total, before anything is dropped.</param>
/// <param name="NeedsDiscussion">Whether the spread is so wide that the panel must talk before the score stands.</param>
public sealed record PanelScore(
    decimal Total,
    IReadOnlyDictionary<string, decimal> Items,
    IReadOnlyList<ExpertScore> Scores,
    IReadOnlyList<Guid> Dropped,
    decimal Spread,
    bool NeedsDiscussion);
