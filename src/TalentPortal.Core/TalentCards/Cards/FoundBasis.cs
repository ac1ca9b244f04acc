using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.TalentCards.Cards;

/// <summary>A ground that a person turned out to have, worth a level of a catalogue.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Which one.</param>
/// <param name="Level">The card level.</param>
/// <param name="Rank">The level's rank; 1 is the best.</param>
/// <param name="RecognitionId">The recognition, where it is one.</param>
/// <param name="MaterialId">The uploaded proof, where there is one.</param>
/// <param name="ValidTo">Last day; null: without end.</param>
public sealed record FoundBasis(
    BasisKind Kind, string Code, string Level, int Rank, Guid? RecognitionId, Guid? MaterialId, DateOnly? ValidTo)
{
    /// <summary>
    /// The one that gives the level: the best, among equals the one that lasts longest, then a recognition before others.
    /// </summary>
    /// <returns>Null where there is none.</returns>
    public static FoundBasis? Best(IEnumerable<FoundBasis> found) =>
        found.OrderBy(basis => basis.Rank).ThenByDescending(basis => basis.ValidTo ?? DateOnly.MaxValue)
            .ThenBy(basis => basis.Kind).FirstOrDefault();
}
