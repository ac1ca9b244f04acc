namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>What one expert gave, without knowing the others'.</summary>
/// <param name="ExpertId">The expert.</param>
/// <param name="Items">Points by item code; with one entry only, a total.</param>
public sealed record ExpertScore(Guid ExpertId, IReadOnlyDictionary<string, decimal> Items)
{
    /// <summary>The expert's total.</summary>
    public decimal Total => Items.Values.Sum();
}
