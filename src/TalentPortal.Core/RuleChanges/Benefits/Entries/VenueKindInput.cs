using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>A kind of venue as it was typed.</summary>
/// <param name="Code">Its code; null for a new one.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="ConsentZh">What holders agree to, in Chinese.</param>
/// <param name="ConsentEn">In English.</param>
/// <param name="Source">The document behind it; empty for none.</param>
public sealed record VenueKindInput(string? Code, string? NameZh, string? NameEn, string? ConsentZh, string? ConsentEn, string? Source)
{
    /// <summary>What a draft says with it.</summary>
    internal Result<BenefitText> Apply(BenefitText text, CatalogueHistory history)
    {
        var then = history.Then;
        if (Code is not null && then.FindVenueKind(Code) is null) return new RuleOutdated();
        var reading = new EntryReading();
        var name = reading.Name(NameZh, NameEn, then.VenueKinds.Where(kind => kind.Code != Code).Select(kind => kind.Name));
        var consent = reading.Both("Consent", ConsentZh, ConsentEn, BenefitInput.LongestSentence);
        var source = reading.Source(Source);
        if (reading.Invalid is { } invalid) return invalid;
        var code = Code ?? EntryReading.Code(name.En, "venue", history.Used(one => one.VenueKinds.Select(kind => kind.Code)));
        var was = history.Newest.FindVenueKind(code);
        var now = new VenueKind(code, name, consent) { Provenance = was?.Provenance, Source = source };
        var step = BenefitEntries.Same(was, now)
            ? null
            : new EntryStep<VenueKind>(code, was, now with { Provenance = EntryReading.Trust(source) });
        return text with { Entries = text.Entries with { VenueKinds = EntrySteps.With(text.Entries.VenueKinds, code, step) } };
    }
}
