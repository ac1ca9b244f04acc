using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>A card level as it was typed.</summary>
/// <param name="Code">Its code; null for a new one.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Place">Its place among the levels; 1 is the best.</param>
/// <param name="Track">Which kind of talent it is made for.</param>
/// <param name="Source">The document behind it; empty for none.</param>
public sealed record LevelInput(string? Code, string? NameZh, string? NameEn, int? Place, CardTrack? Track, string? Source)
{
    /// <summary>What a draft says with it.</summary>
    internal Result<BenefitText> Apply(BenefitText text, CatalogueHistory history)
    {
        var then = history.Then;
        var known = Code is null ? null : then.FindLevel(Code);
        if (Code is not null && known is null) return new RuleOutdated();
        var digit = known?.Digit ?? history.FreeDigit();
        if (digit is null) return new BenefitNoDigit();
        var others = then.Levels.Where(level => level.Code != Code).OrderBy(level => level.Rank).ToList();
        var reading = new EntryReading();
        var name = reading.Name(NameZh, NameEn, others.Select(level => level.Name));
        var source = reading.Source(Source);
        if (Place is null || Place < 1 || Place > others.Count + 1) reading.Refuse(nameof(Place), new BenefitPlaceUnknown());
        if (Track is null) reading.Refuse(nameof(Track), new BenefitChoiceMissing());
        if (reading.Invalid is { } invalid) return invalid;
        var code = Code ?? EntryReading.Code(name.En, "level", history.Used(one => one.Levels.Select(level => level.Code)));
        var order = others.ConvertAll(level => level.Code);
        order.Insert(Place!.Value - 1, code);
        var was = history.Newest.FindLevel(code);
        var now = new CardLevel(code, Track!.Value, was?.Rank ?? Place.Value, digit.Value, name) { Provenance = was?.Provenance, Source = source };
        var isSame = BenefitEntries.Same(was, now);
        var stays =
            order.SequenceEqual(history.Newest.Levels.OrderBy(level => level.Rank).Select(level => level.Code), StringComparer.Ordinal);
        return text with
        {
            Entries = text.Entries with
            {
                Levels = EntrySteps.With(
                    text.Entries.Levels, code,
                    isSame ? null : new EntryStep<CardLevel>(code, was, now with { Provenance = EntryReading.Trust(source) })),
                Order = stays ? [] : order,
            },
            Steps = EntrySteps.Without(text.Steps, $"levels/{code}/"),
        };
    }
}
