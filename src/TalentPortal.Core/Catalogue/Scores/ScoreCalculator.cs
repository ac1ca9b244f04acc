using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>Scores an application by the table of its service item. Pure.</summary>
public static class ScoreCalculator
{
    /// <summary>Scores an application.</summary>
    /// <param name="context">Item, day, figures and tables.</param>
    /// <param name="inputs">Unmasked answers, files, and what reviewers entered so far.</param>
    /// <exception cref="InvalidOperationException">The item has no score table.</exception>
    public static ScoreTrace Calculate(RuleContext context, RuleInputs inputs)
    {
        var item = context.Item;
        var table = TableOf(item);
        var evaluator = new RuleEvaluator(context, inputs);
        var lines = table.Items.Select(i => Line(i, evaluator, item)).ToList();
        var bonus = table.Bonus is null ? null : Line(table.Bonus, evaluator, item);
        var total = table.Rounding.Round(Math.Min(lines.Sum(l => l.Points), table.Max) + (bonus?.Points ?? 0));
        return new ScoreTrace
        {
            ItemCode = item.Code,
            ItemVersion = item.Version,
            ItemChecksum = item.Checksum,
            RuleVersion = table.RuleVersion,
            EvaluatedOn = context.Today,
            Max = table.Max,
            Lines = lines,
            Bonus = bonus,
            Vetoes = [.. Vetoes(table, evaluator, item)],
            Rounding = table.Rounding,
            Total = total,
            Levels = Levels(context, inputs, total),
        };
    }

    /// <summary>What each level needs beside this total: the table's own, or the mean of a panel.</summary>
    /// <exception cref="InvalidOperationException">The item has no score table.</exception>
    public static IReadOnlyList<ScoreLevelLine> Levels(RuleContext context, RuleInputs inputs, decimal total)
    {
        var evaluator = new RuleEvaluator(context, inputs);
        return [.. TableOf(context.Item).CutOffs.Select(cutOff =>
        {
            var least = (evaluator.Value(cutOff.Least) as AnswerValue.Number)?.Value;
            var and = cutOff.And is null ? null : evaluator.Trace(cutOff.And);
            return new ScoreLevelLine(
                cutOff.Level,
                least,
                Math.Max((least ?? 0) - total, 0),
                and?.Outcome ?? Truth.Yes,
                cutOff.AndText,
                and is null ? [] : RuleFacts.Of(and, context.Item));
        })];
    }

    private static ScoreTable TableOf(ServiceItem item) =>
        item.Score ?? throw new InvalidOperationException($"The service item {item.Code} has no score table.");

    private static IEnumerable<ScoreVetoLine> Vetoes(ScoreTable table, RuleEvaluator evaluator, ServiceItem item) =>
        from veto in table.Vetoes
        let trace = evaluator.Trace(veto.When)
        where trace.Holds
        select new ScoreVetoLine(veto.Code, veto.Reason, RuleFacts.Of(trace, item));

    private static ScoreLine Line(ScoreItem scoreItem, RuleEvaluator evaluator, ServiceItem item)
    {
        var parts = scoreItem.Parts.Select(p => Part(p, evaluator, item)).ToList();
        var points = Math.Min(parts.Sum(p => p.Points), scoreItem.Max);
        return new ScoreLine(scoreItem.Code, scoreItem.Name, scoreItem.Max, points, parts, scoreItem.Evidence, scoreItem.Origin);
    }

    private static ScorePartLine Part(ScorePart part, RuleEvaluator evaluator, ServiceItem item)
    {
        var tiers = part.Tiers.Select(tier =>
        {
            var trace = evaluator.Trace(tier.When);
            return new ScoreTierLine(tier.Code, tier.Name, tier.Points, trace.Outcome, RuleFacts.Of(trace, item));
        }).OrderBy(t => t.Points).ToList();
        var reached = tiers.FindLast(t => t.Outcome is Truth.Yes);
        var points = reached?.Points ?? 0;
        return new ScorePartLine(part.Code, points, reached, [.. tiers.Where(t => t.Points > points)]);
    }
}
