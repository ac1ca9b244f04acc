using System.Globalization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Catalogue.Scores;

namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>A case before and after. Pure.</summary>
/// <param name="Before">How it comes out now.</param>
/// <param name="After">How it would come out.</param>
public sealed record ReplayComparison(ReplayOutcome Before, ReplayOutcome After)
{
    /// <summary>Whether it changes side.</summary>
    public bool IsChanged => Before.Code != After.Code;

    /// <summary>Whether only the score table gives another level, while the panel's scores decide and stay.</summary>
    public bool IsTableOnly => !IsChanged && Before.IsByPanel && After.IsByPanel && Before.Table?.Level != After.Table?.Level;

    /// <summary>Whether the change lifts it.</summary>
    /// <param name="item">The item, for the order of its levels.</param>
    public bool IsBetter(ServiceItem item) => Rank(After, item) > Rank(Before, item);

    /// <summary>What decided, in the order of the rules; empty where nothing changes side.</summary>
    public IReadOnlyList<ReplayCriterion> Criteria() => !IsChanged && !IsTableOnly ? []
        : Before.Eligibility.Outcome is Truth.No != After.Eligibility.Outcome is Truth.No ? [.. Conditions()]
        : Before.Verdict is ReplayVerdict.PanelNotValid != After.Verdict is ReplayVerdict.PanelNotValid
            ? [new ReplayCriterion(ReplayCriterionKind.Panel, "panel", Before: null, After: null)]
        : [.. Scores()];

    private static int Rank(ReplayOutcome outcome, ServiceItem item) => outcome.Verdict switch
    {
        ReplayVerdict.Level => (int)ReplayVerdict.Level + item.Score!.CutOffs.Count
            - item.Score.CutOffs.TakeWhile(line => line.Level != outcome.Level).Count(),
        _ => (int)outcome.Verdict,
    };

    private IEnumerable<ReplayCriterion> Conditions() =>
        from after in After.Eligibility.Findings
        let before = Before.Eligibility.Findings.FirstOrDefault(one => one.Code == after.Code)
        where before is not null && before.Outcome != after.Outcome
        select new ReplayCriterion(ReplayCriterionKind.Condition, after.Code, Facts(before.Facts), Facts(after.Facts));

    private IEnumerable<ReplayCriterion> Scores()
    {
        var (was, now) = (Before.Table!, After.Table!);
        foreach (var veto in was.Vetoes.Select(one => one.Code).Except(now.Vetoes.Select(one => one.Code), StringComparer.Ordinal))
            yield return new ReplayCriterion(ReplayCriterionKind.Veto, veto, veto, After: null);
        foreach (var veto in now.Vetoes.Select(one => one.Code).Except(was.Vetoes.Select(one => one.Code), StringComparer.Ordinal))
            yield return new ReplayCriterion(ReplayCriterionKind.Veto, veto, Before: null, veto);
        var byPanel = Before.IsByPanel && !IsTableOnly;
        foreach (var criterion in byPanel ? [] : Points(was, now)) yield return criterion;
        var levels = byPanel ? (Before.Levels, After.Levels) : (was.Levels, now.Levels);
        var totals = byPanel ? (Before.Total, After.Total) : (was.Total, now.Total);
        foreach (var criterion in Levels(levels.Item1, levels.Item2, totals.Item1, totals.Item2)) yield return criterion;
    }

    private static IEnumerable<ReplayCriterion> Points(ScoreTrace was, ScoreTrace now) =>
        from line in now.Lines.Append(now.Bonus)
        where line is not null
        let before = was.Lines.Append(was.Bonus).FirstOrDefault(one => one?.Code == line.Code)?.Points ?? 0
        where before != line.Points
        select new ReplayCriterion(ReplayCriterionKind.Points, line.Code, Number(before), Number(line.Points));

    private static IEnumerable<ReplayCriterion> Levels(
        IReadOnlyList<ScoreLevelLine> was, IReadOnlyList<ScoreLevelLine> now, decimal? totalWas, decimal? totalNow)
    {
        if (totalWas != totalNow) yield return new ReplayCriterion(ReplayCriterionKind.Total, "total", Number(totalWas), Number(totalNow));
        foreach (var after in now)
        {
            var before = was.FirstOrDefault(one => one.Level == after.Level);
            if (before is null || before.IsReached == after.IsReached) continue;
            if (before.Least != after.Least)
                yield return new ReplayCriterion(ReplayCriterionKind.Line, after.Level, Number(before.Least), Number(after.Least));
            if (before.And != after.And)
                yield return new ReplayCriterion(ReplayCriterionKind.Further, after.Level, Facts(before.AndFacts), Facts(after.AndFacts));
        }
    }

    private static string? Number(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Facts(IEnumerable<RuleFact> facts) =>
        string.Join(", ", facts.Where(fact => fact.Outcome is not Truth.Yes).DefaultIfEmpty(facts.FirstOrDefault())
            .Where(fact => fact is not null).Select(fact => $"{fact!.Actual ?? "?"} {Sign(fact.Operator)} {fact.Needed}"));

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Ge => "≥",
        Comparison.Gt => ">",
        Comparison.Le => "≤",
        Comparison.Lt => "<",
        Comparison.Ne => "≠",
        Comparison.Eq => "=",
        _ => ":",
    };
}
