using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>Lays a step among those of a draft, and keeps the draft's fields in step with its entries.</summary>
internal static class EntrySteps
{
    /// <summary>The steps with one said anew.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="code">The entry.</param>
    /// <param name="step">What is said of it; null for nothing.</param>
    public static IReadOnlyList<EntryStep<T>> With<T>(IReadOnlyList<EntryStep<T>> steps, string code, EntryStep<T>? step)
        where T : class
    {
        var others = steps.Where(one => one.Code != code);
        return step is null ? [.. others] : [.. others, step];
    }

    /// <summary>The fields without those below a path.</summary>
    public static IReadOnlyDictionary<string, BenefitStep> Without(IReadOnlyDictionary<string, BenefitStep> steps, string below) =>
        steps.Where(one => !one.Key.StartsWith(below, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The text without fields of what its entries take away, and without an order of levels that are gone.</summary>
    public static BenefitText Pruned(BenefitText text, BenefitCatalogue newest, RuleDraft draft)
    {
        var present = text.Entries.Over(newest, draft.Provenance);
        var sheet = new BenefitSheet(present);
        var order = text.Entries.Order.Where(code => present.FindLevel(code) is not null).ToList();
        var before = newest.Levels.OrderBy(level => level.Rank)
            .Select(level => level.Code).Where(code => present.FindLevel(code) is not null);
        return new BenefitText(
            text.Steps.Where(one => sheet.Leaves.TryGetValue(one.Key, out var leaf) && leaf.Read(one.Value.Now).Succeeded)
                .ToDictionary(StringComparer.Ordinal),
            text.Entries with { Order = order.SequenceEqual(before, StringComparer.Ordinal) ? [] : order });
    }
}
