using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>Retires entries in a draft, and brings them back as they were.</summary>
internal static class EntryRetiring
{
    /// <summary>Without the entry from the next version on.</summary>
    public static Result<BenefitText> Retire(
        BenefitText text, CatalogueHistory history, BenefitEntryKind kind, string code, string? movesTo)
    {
        var (then, newest, entries) = (history.Then, history.Newest, text.Entries);
        if (Refuse(then, kind, code, movesTo) is { } refusal) return refusal;
        return text with
        {
            Entries = kind switch
            {
                BenefitEntryKind.Level => entries with
                {
                    Levels = [.. EntrySteps.With(entries.Levels, code, Gone(code, newest.FindLevel(code), movesTo))
                        .Select(one => one.MovesTo == code ? one with { MovesTo = movesTo } : one)],
                },
                BenefitEntryKind.Benefit => entries with
                {
                    Benefits = EntrySteps.With(entries.Benefits, code, Gone(code, newest.FindBenefit(code))),
                },
                _ => entries with
                {
                    VenueKinds = EntrySteps.With(entries.VenueKinds, code, Gone(code, newest.FindVenueKind(code))),
                },
            },
        };
    }

    /// <summary>With the entry as the newest version has it.</summary>
    public static Result<BenefitText> Restore(BenefitText text, CatalogueHistory history, BenefitEntryKind kind, string code)
    {
        var (newest, entries) = (history.Newest, text.Entries);
        var isNew = kind switch
        {
            BenefitEntryKind.Level => newest.FindLevel(code) is null,
            BenefitEntryKind.Benefit => newest.FindBenefit(code) is null,
            _ => newest.FindVenueKind(code) is null,
        };
        if (isNew && Refuse(history.Then, kind, code, movesTo: null) is { } refusal) return refusal;
        var steps = kind switch
        {
            BenefitEntryKind.Level => EntrySteps.Without(text.Steps, $"levels/{code}/"),
            BenefitEntryKind.Benefit => EntrySteps.Without(EntrySteps.Without(text.Steps, $"benefits/{code}/"), $"grants/{code}/"),
            _ => text.Steps,
        };
        return new BenefitText(steps, kind switch
        {
            BenefitEntryKind.Level => entries with { Levels = EntrySteps.With(entries.Levels, code, null) },
            BenefitEntryKind.Benefit => entries with { Benefits = EntrySteps.With(entries.Benefits, code, null) },
            _ => entries with { VenueKinds = EntrySteps.With(entries.VenueKinds, code, null) },
        });
    }

    /// <summary>What a draft says of what goes; nothing where the draft itself had added it.</summary>
    private static EntryStep<T>? Gone<T>(string code, T? was, string? movesTo = null)
        where T : class =>
        was is null ? null : new EntryStep<T>(code, was, Now: null) { MovesTo = movesTo };

    private static Refusal? Refuse(BenefitCatalogue then, BenefitEntryKind kind, string code, string? movesTo)
    {
        switch (kind)
        {
            case BenefitEntryKind.Level:
                if (then.FindLevel(code) is null) return new RuleOutdated();
                if (movesTo is not null && (movesTo == code || then.FindLevel(movesTo) is null)) return new BenefitLevelUnknown();
                if (then.Levels.Count == 1) return new BenefitLastLevel();
                var only = then.Benefits.Where(benefit =>
                    then.Grants.Where(grant => grant.Benefit == benefit.Code).All(grant => grant.Levels.All(level => level == code)));
                return Names(only) is { Count: > 0 } alone ? new BenefitOnlyForLevel(alone) : null;
            case BenefitEntryKind.Benefit:
                return then.FindBenefit(code) is null ? new RuleOutdated() : null;
            default:
                if (then.FindVenueKind(code) is null) return new RuleOutdated();
                return Names(then.Benefits.Where(benefit =>
                    benefit.VenueKinds.Contains(code, StringComparer.Ordinal))) is { Count: > 0 } had
                    ? new BenefitVenueKindUsed(had) : null;
        }
    }

    private static List<LocalizedText> Names(IEnumerable<Benefit> benefits) => [.. benefits.Select(benefit => benefit.Name)];
}
