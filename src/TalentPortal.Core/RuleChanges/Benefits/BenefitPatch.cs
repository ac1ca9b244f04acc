using System.Globalization;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>
/// Lays the entries of a change over a catalogue, and its fields over both. What is not named stays, with its source; what is named rests
/// on the change's.
/// </summary>
internal static class BenefitPatch
{
    /// <summary>The catalogue as it then reads.</summary>
    /// <returns>The next version, or <see cref="RuleOutdated"/> where a field is no longer there, or no longer reads as when the change was
    /// written.</returns>
    public static Result<BenefitCatalogue> Apply(BenefitCatalogue newest, BenefitText text, RuleDraft draft, int version)
    {
        if (!text.Entries.Fit(newest)) return new RuleOutdated();
        var (present, steps) = (text.Entries.Over(newest, draft.Provenance), text.Steps);
        if (!Fit(steps, new BenefitSheet(newest), new BenefitSheet(present))) return new RuleOutdated();
        string? Now(string path) => steps.TryGetValue(path, out var step) ? step.Now : null;
        return present with
        {
            Comment = null,
            Version = version,
            EffectiveFrom = draft.ValidFrom,
            Levels = [.. present.Levels.Select(level => level with
            {
                Name = new(Now(BenefitSheet.LevelPath(level.Code, "zh")) ?? level.Name.Zh,
                    Now(BenefitSheet.LevelPath(level.Code, "en")) ?? level.Name.En),
            })],
            Benefits = [.. present.Benefits.Select(benefit => Benefit(benefit, Now))],
            Grants = Grants(present, steps, draft),
            Bases = Bases(present, steps, draft),
        };
    }

    // Of a field that the change's own entries set, what it read before is theirs.
    private static bool Fit(IReadOnlyDictionary<string, BenefitStep> steps, BenefitSheet newest, BenefitSheet present) =>
        steps.All(step => present.Leaves.TryGetValue(step.Key, out var now)
            && (!newest.Leaves.TryGetValue(step.Key, out var stored) || stored.Text != now.Text || stored.Text == step.Value.Was));

    private static Benefit Benefit(Benefit benefit, Func<string, string?> now) => benefit with
    {
        Name = new(now(BenefitSheet.BenefitPath(benefit.Code, "name/zh")) ?? benefit.Name.Zh,
            now(BenefitSheet.BenefitPath(benefit.Code, "name/en")) ?? benefit.Name.En),
        ValidFrom = Day(now(BenefitSheet.BenefitPath(benefit.Code, "from")), benefit.ValidFrom),
        ValidTo = Day(now(BenefitSheet.BenefitPath(benefit.Code, "to")), benefit.ValidTo),
    };

    private static List<BenefitGrant> Grants(BenefitCatalogue present, IReadOnlyDictionary<string, BenefitStep> steps, RuleDraft draft)
    {
        var grants = new List<BenefitGrant>();
        foreach (var grant in present.Grants)
        {
            var kept = grant.Levels.Where(level => !steps.ContainsKey(BenefitSheet.GrantPath(grant.Benefit, level))).ToList();
            if (kept.Count > 0) grants.Add(grant with { Levels = kept });
        }

        foreach (var (benefit, level) in present.Benefits.SelectMany(benefit => present.Levels.Select(level => (benefit, level))))
        {
            if (!steps.TryGetValue(BenefitSheet.GrantPath(benefit.Code, level.Code), out var step) || step.Now.Length == 0) continue;
            grants.Add(new BenefitGrant
            {
                Benefit = benefit.Code,
                Levels = [level.Code],
                Value = step.Now is BenefitLeaf.Unlimited or BenefitLeaf.Given
                    ? null
                    : decimal.Parse(step.Now, CultureInfo.InvariantCulture),
                Unit = UnitOf(benefit.Kind),
                Every = present.FindGrant(benefit.Code, level.Code)?.Every ?? 1,
                Provenance = draft.Provenance,
                Source = draft.Source!.Trim(),
            });
        }

        return grants;
    }

    private static List<BasisRule> Bases(BenefitCatalogue present, IReadOnlyDictionary<string, BenefitStep> steps, RuleDraft draft)
    {
        var rules = new List<BasisRule>();
        foreach (var rule in present.Bases)
        {
            if (!steps.TryGetValue(BenefitSheet.BasisPath(rule.Kind, rule.Code), out var step)) rules.Add(rule);
            else if (step.Now.Length > 0) rules.Add(rule with { Level = step.Now, Provenance = draft.Provenance });
        }

        return rules;
    }

    private static BenefitUnit UnitOf(BenefitKind kind) => kind switch
    {
        BenefitKind.Count => BenefitUnit.Times,
        BenefitKind.Discount => BenefitUnit.PercentOfPrice,
        BenefitKind.Allowance => BenefitUnit.Yuan,
        _ => BenefitUnit.None,
    };

    private static DateOnly? Day(string? text, DateOnly? before) => text switch
    {
        null => before,
        "" => null,
        _ => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
