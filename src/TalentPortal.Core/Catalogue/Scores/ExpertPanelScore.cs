using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>Combines the blind scores of a panel of experts into one. Pure.</summary>
public static class ExpertPanelScore
{
    private const int FewestToTrim = 3;

    /// <summary>Combines the scores of all experts of a panel.</summary>
    /// <param name="context">The item with its panel rules, and the day whose parameters hold.</param>
    /// <param name="scores">One score an expert, all over the same items.</param>
    /// <exception cref="InvalidOperationException">The item has no panel, or a parameter of it has no value on the day.</exception>
    public static Result<PanelScore> Combine(RuleContext context, IReadOnlyList<ExpertScore> scores)
    {
        var terms = Terms.Of(context);
        if (Refuse(context.Item, terms, scores) is { } refusal) return refusal;
        var ordered = scores.OrderBy(s => s.Total).ThenBy(s => s.ExpertId).ToList();
        var trims = ordered.Count >= Math.Max(terms.TrimFrom, FewestToTrim);
        var counting = trims ? ordered[1..^1] : ordered;
        var spread = ordered[^1].Total - ordered[0].Total;
        return new PanelScore(
            terms.Rounding.Round(counting.Average(s => s.Total)),
            ordered[0].Items.Keys.ToDictionary(
                code => code, code => terms.Rounding.Round(counting.Average(s => s.Items[code])), StringComparer.Ordinal),
            ordered,
            trims ? [ordered[0].ExpertId, ordered[^1].ExpertId] : [],
            spread,
            spread > terms.MaxSpread);
    }

    private static Refusal? Refuse(ServiceItem item, Terms terms, IReadOnlyList<ExpertScore> scores)
    {
        if (scores.Count < terms.MinExperts) return new TooFewExperts(scores.Count, terms.MinExperts);
        if (scores.Count > terms.MaxExperts) return new TooManyExperts(scores.Count, terms.MaxExperts);
        if (terms.MustBeOdd && scores.Count % 2 == 0) return new ExpertsNotOdd(scores.Count);
        if (scores.DistinctBy(s => s.ExpertId).Count() < scores.Count) return new ExpertScoredTwice();
        var codes = scores[0].Items.Keys.ToHashSet(StringComparer.Ordinal);
        if (codes.Count == 0 || !scores.All(s => codes.SetEquals(s.Items.Keys))) return new ExpertItemsDiffer();
        return scores.SelectMany(s => s.Items).Select(score => OutOfRange(item, score.Key, score.Value)).FirstOrDefault(r => r is not null);
    }

    private static ExpertPointsOutOfRange? OutOfRange(ServiceItem item, string code, decimal points)
    {
        // A code that is no item of the table stands for a total.
        var table = item.Score!;
        var most = table.Items.FirstOrDefault(i => string.Equals(i.Code, code, StringComparison.Ordinal))?.Max
            ?? table.Max + (table.Bonus?.Max ?? 0);
        return points >= 0 && points <= most ? null : new ExpertPointsOutOfRange(most);
    }

    private sealed record Terms(int MinExperts, int MaxExperts, bool MustBeOdd, int TrimFrom, decimal MaxSpread, ScoreRounding Rounding)
    {
        public static Terms Of(RuleContext context)
        {
            var panel = context.Item.Score?.Panel
                ?? throw new InvalidOperationException($"The service item {context.Item.Code} has no panel.");
            var evaluator = new RuleEvaluator(context, new RuleInputs(_ => null, _ => 0));
            decimal Number(ValueExpression expression) => evaluator.Value(expression) is AnswerValue.Number number
                ? number.Value
                : throw new InvalidOperationException($"{RuleFacts.Describe(expression)} is no number on {context.Today:yyyy-MM-dd}.");
            return new Terms(
                (int)Number(panel.MinExperts),
                (int)Number(panel.MaxExperts),
                evaluator.Value(panel.MustBeOdd) is AnswerValue.YesNo { Value: true },
                (int)Number(panel.TrimFrom),
                Number(panel.MaxSpread),
                panel.Rounding);
        }
    }
}
