using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>Reads a benefit as it was typed: what it needs by its kind, what it excludes, what each level gets.</summary>
internal sealed class BenefitReading(BenefitInput input, CatalogueHistory history, Func<string, bool> isService)
{
    private readonly EntryReading reading = new();

    private BenefitCatalogue Then => history.Then;

    /// <summary>What a draft says with it.</summary>
    public Result<BenefitText> Apply(BenefitText text)
    {
        if (input.Code is not null && Then.FindBenefit(input.Code) is null) return new RuleOutdated();
        var was = input.Code is null ? null : history.Newest.FindBenefit(input.Code);
        var now = Read(was);
        var steps = Grants(now, was is not null);
        if (reading.Invalid is { } invalid) return invalid;
        var entries = WithRival(text.Entries, now);
        var step = BenefitEntries.Same(was, now)
            ? null
            : new EntryStep<Benefit>(now.Code, was, now with { Provenance = EntryReading.Trust(now.Source) });
        var kept = EntrySteps.Without(EntrySteps.Without(text.Steps, $"benefits/{now.Code}/"), $"grants/{now.Code}/")
            .ToDictionary(StringComparer.Ordinal);
        foreach (var (path, said) in steps) kept[path] = said;
        return new BenefitText(kept, entries with { Benefits = EntrySteps.With(entries.Benefits, now.Code, step) });
    }

    private Benefit Read(Benefit? was)
    {
        var name = reading.Name(input.NameZh, input.NameEn,
            Then.Benefits.Where(benefit => benefit.Code != input.Code).Select(benefit => benefit.Name));
        if (input.Kind is null) reading.Refuse("Kind", new BenefitChoiceMissing());
        else if (was is not null && was.Kind != input.Kind) reading.Refuse("Kind", new BenefitKindKept());
        NeededByKind(was);
        if (input.ValidFrom > input.ValidTo) reading.Refuse("ValidTo", new BenefitDaysReversed());
        return new Benefit
        {
            Code = input.Code ?? EntryReading.Code(name.En, "benefit", history.Used(one => one.Benefits.Select(benefit => benefit.Code))),
            Name = name,
            Summary = reading.Both("Summary", input.SummaryZh, input.SummaryEn, BenefitInput.LongestSentence),
            Kind = input.Kind ?? BenefitKind.Count,
            Period = input.Period,
            VenueKinds = [.. input.VenueKinds],
            Provider = reading.Both("Provider", input.ProviderZh, input.ProviderEn, BenefitInput.LongestName),
            Payer = reading.Both("Payer", input.PayerZh, input.PayerEn, BenefitInput.LongestName),
            Documents = Documents(),
            ExclusionGroup = Excluded(),
            ServiceItem = string.IsNullOrEmpty(input.ServiceItem) ? null : input.ServiceItem,
            ValidFrom = input.ValidFrom,
            ValidTo = input.ValidTo,
            Provenance = was?.Provenance,
            Source = reading.Source(input.Source),
        };
    }

    private void NeededByKind(Benefit? was)
    {
        if (input.Kind is BenefitKind.Count && input.Period is null) reading.Refuse("Period", new BenefitPeriodMissing());
        if (input.Kind is not (BenefitKind.Count or BenefitKind.Allowance or null) && input.Period is not null)
            reading.Refuse("Period", new BenefitPeriodUnneeded());
        if (input.Kind is BenefitKind.Count && input.VenueKinds.Count == 0) reading.Refuse("VenueKinds", new BenefitVenuesMissing());
        if (input.VenueKinds.Any(kind => Then.FindVenueKind(kind) is null)) reading.Refuse("VenueKinds", new BenefitVenueKindUnknown());
        var hasService = !string.IsNullOrEmpty(input.ServiceItem);
        if (input.Kind is BenefitKind.Entitlement && !hasService) reading.Refuse("ServiceItem", new BenefitServiceMissing());
        if (input.Kind is not (BenefitKind.Entitlement or null) && hasService) reading.Refuse("ServiceItem", new BenefitServiceUnneeded());
        if (hasService && input.ServiceItem != was?.ServiceItem && !isService(input.ServiceItem!))
            reading.Refuse("ServiceItem", new BenefitServiceUnknown());
    }

    private List<LocalizedText> Documents()
    {
        const StringSplitOptions lines = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var (zh, en) = ((input.DocumentsZh ?? "").Split('\n', lines), (input.DocumentsEn ?? "").Split('\n', lines));
        if (zh.Any(line => line.Length > BenefitInput.LongestName))
            reading.Refuse("DocumentsZh", new BenefitTextTooLong(BenefitInput.LongestName));
        if (en.Any(line => line.Length > BenefitInput.LongestName))
            reading.Refuse("DocumentsEn", new BenefitTextTooLong(BenefitInput.LongestName));
        if (zh.Length != en.Length) reading.Refuse("DocumentsEn", new BenefitDocumentsDiffer(zh.Length, en.Length));
        return [.. zh.Zip(en, (one, other) => new LocalizedText(one, other))];
    }

    private string? Excluded()
    {
        var choice = input.Excludes ?? "";
        if (choice.Length == 0) return null;
        var others = Then.Benefits.Where(benefit => benefit.Code != input.Code).ToList();
        if (choice.StartsWith(BenefitInput.Group, StringComparison.Ordinal)
            && others.FirstOrDefault(benefit => benefit.ExclusionGroup == choice[BenefitInput.Group.Length..]) is { } member) return member.ExclusionGroup;
        if (Rival() is { } rival) return rival.ExclusionGroup ?? rival.Code;
        reading.Refuse("Excludes", new BenefitGroupUnknown());
        return null;
    }

    /// <summary>The benefit that is named as excluded by itself.</summary>
    private Benefit? Rival() => (input.Excludes ?? "").StartsWith(BenefitInput.With, StringComparison.Ordinal)
        ? Then.Benefits.FirstOrDefault(benefit => benefit.Code != input.Code && benefit.Code == input.Excludes![BenefitInput.With.Length..]) : null;

    /// <summary>The rival joins the group that bears its code.</summary>
    private BenefitEntries WithRival(BenefitEntries entries, Benefit now)
    {
        if (Rival() is not { ExclusionGroup: null } rival) return entries;
        var joined = rival with { ExclusionGroup = now.ExclusionGroup };
        return entries with
        {
            Benefits = EntrySteps.With(entries.Benefits, rival.Code,
                new EntryStep<Benefit>(rival.Code, history.Newest.FindBenefit(rival.Code), joined)),
        };
    }

    /// <summary>What each level gets, beside what the catalogue gives already.</summary>
    private Dictionary<string, BenefitStep> Grants(Benefit now, bool isKnown)
    {
        var steps = new Dictionary<string, BenefitStep>(StringComparer.Ordinal);
        if (input.Levels.All(level => Then.FindLevel(level) is null)) reading.Refuse("Levels", new BenefitGivenToNobody());
        foreach (var level in Then.Levels)
        {
            var was = isKnown && history.Newest.FindLevel(level.Code) is not null ? BenefitSheet.Shown(history.Newest, now, level) : "";
            var path = BenefitSheet.GrantPath(now.Code, level.Code);
            var value = Amount(now.Kind, path, level.Code);
            if (!value.Succeeded) reading.Refuse($"Amounts[{level.Code}]", value.Refusal);
            else if (value.Value != was) steps[path] = new BenefitStep(was, value.Value);
        }

        return steps;
    }

    private Result<string> Amount(BenefitKind kind, string path, string level)
    {
        var typed = input.Amounts.GetValueOrDefault(level)?.Trim() ?? "";
        if (!input.Levels.Contains(level, StringComparer.Ordinal)) return typed.Length == 0 ? "" : new BenefitAmountUnticked();
        if (kind is BenefitKind.GreenLane or BenefitKind.Entitlement)
            return typed.Length == 0 ? BenefitLeaf.Given : new BenefitAmountUnneeded();
        if (typed.Length == 0) return kind is BenefitKind.Count ? BenefitLeaf.Unlimited : new BenefitAmountMissing();
        return new BenefitLeaf(path, BenefitLeafKind.Worth, "") { Benefit = kind }.Read(typed);
    }
}
