using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>The catalogue as an entry finds it.</summary>
/// <param name="Newest">The newest version, from which the draft starts.</param>
/// <param name="Then">The same with what the draft says already.</param>
/// <param name="All">Every version there was.</param>
internal sealed record CatalogueHistory(BenefitCatalogue Newest, BenefitCatalogue Then, IReadOnlyList<BenefitCatalogue> All)
{
    /// <summary>Codes that something bears or bore: they are never given twice, because cards and uses keep them.</summary>
    public HashSet<string> Used(Func<BenefitCatalogue, IEnumerable<string>> codes) =>
        All.Append(Then).SelectMany(codes).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The digit of a new level, which no level ever had; null where none is left.</summary>
    public int? FreeDigit()
    {
        int[] digits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];
        var used = All.Append(Then).SelectMany(one => one.Levels).Select(level => level.Digit).ToHashSet();
        return digits.Where(digit => !used.Contains(digit)).Select(digit => (int?)digit).FirstOrDefault();
    }
}
