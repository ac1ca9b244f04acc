using System.Text.Json;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>The levels, benefits and kinds of venues that a change adds, words otherwise or retires.</summary>
public sealed record BenefitEntries
{
    /// <summary>Nothing of that.</summary>
    public static BenefitEntries None { get; } = new();

    /// <summary>Levels.</summary>
    public IReadOnlyList<EntryStep<CardLevel>> Levels { get; init; } = [];

    /// <summary>All levels in their order, the best first, by code; empty where the order stays.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>Benefits.</summary>
    public IReadOnlyList<EntryStep<Benefit>> Benefits { get; init; } = [];

    /// <summary>Kinds of venues.</summary>
    public IReadOnlyList<EntryStep<VenueKind>> VenueKinds { get; init; } = [];

    /// <summary>Whether nothing is touched.</summary>
    public bool IsEmpty => Levels.Count + Order.Count + Benefits.Count + VenueKinds.Count == 0;

    /// <summary>Whether a catalogue still has what is worded otherwise or retired, and has not yet what is new.</summary>
    public bool Fit(BenefitCatalogue present)
    {
        ArgumentNullException.ThrowIfNull(present);
        return Levels.All(one => one.Was is null == present.FindLevel(one.Code) is null)
            && Benefits.All(one => one.Was is null == present.FindBenefit(one.Code) is null)
            && VenueKinds.All(one => one.Was is null == present.FindVenueKind(one.Code) is null);
    }

    /// <summary>The catalogue with them laid over it. What a retired entry had goes with it.</summary>
    /// <param name="present">The catalogue.</param>
    /// <param name="ground">How far it can be trusted that the grounds of a retired level give another one.</param>
    public BenefitCatalogue Over(BenefitCatalogue present, Provenance ground)
    {
        ArgumentNullException.ThrowIfNull(present);
        if (IsEmpty) return present;
        var levels = Ranked(Merge(present.Levels, Levels, level => level.Code));
        var known = levels.Select(level => level.Code).ToHashSet(StringComparer.Ordinal);
        var benefits = Merge(present.Benefits, Benefits, benefit => benefit.Code);
        return present with
        {
            Levels = levels,
            Benefits = benefits,
            VenueKinds = Merge(present.VenueKinds, VenueKinds, kind => kind.Code),
            Grants = [.. from grant in present.Grants
                where benefits.Exists(benefit => benefit.Code == grant.Benefit)
                let left = grant.Levels.Where(known.Contains).ToList()
                where left.Count > 0
                select left.Count == grant.Levels.Count ? grant : grant with { Levels = left }],
            Bases = [.. from rule in present.Bases
                let moved = Moved(rule, known, ground)
                where moved is not null
                select moved],
        };
    }

    /// <summary>Whether two entries say the same.</summary>
    internal static bool Same<T>(T? one, T? other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);

    private BasisRule? Moved(BasisRule rule, HashSet<string> known, Provenance ground)
    {
        if (known.Contains(rule.Level)) return rule;
        var to = Levels.FirstOrDefault(one => one.Code == rule.Level)?.MovesTo;
        return to is not null && known.Contains(to) ? rule with { Level = to, Provenance = ground } : null;
    }

    private static List<T> Merge<T>(IReadOnlyList<T> present, IReadOnlyList<EntryStep<T>> steps, Func<T, string> codeOf)
        where T : class
    {
        var merged = present.ToList();
        foreach (var step in steps)
        {
            var at = merged.FindIndex(one => codeOf(one) == step.Code);
            if (step.Now is null) merged.RemoveAt(at);
            else if (at < 0) merged.Add(step.Now);
            else merged[at] = step.Now;
        }

        return merged;
    }

    private List<CardLevel> Ranked(List<CardLevel> levels)
    {
        if (Levels.Count + Order.Count == 0) return levels;
        var places = Order.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        return [.. levels.OrderBy(level => places.GetValueOrDefault(level.Code, int.MaxValue)).ThenBy(level => level.Rank)
            .Select((level, place) => level with { Rank = place + 1 })];
    }
}
