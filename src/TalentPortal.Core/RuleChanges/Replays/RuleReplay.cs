using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Catalogue.Scores;
using TalentPortal.Core.Recognitions;

namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>
/// Asks the code that decides how a case would come out: the conditions as at the submit, then the panel's score as it is compiled, or
/// the table's where no panel sat. Pure.
/// </summary>
internal static class RuleReplay
{
    /// <summary>How a case comes out.</summary>
    public static ReplayOutcome Play(RuleReading rules, ReplayCase one)
    {
        var submit = rules.On(one.SubmittedOn);
        var eligibility = EligibilityChecker.Check(submit, RuleInputs.Of(submit, one.Answers, FormAnswers.Empty, one.Files));
        if (eligibility.Outcome is Truth.No) return new ReplayOutcome(ReplayVerdict.NotEligible, Level: null, eligibility);
        if (rules.Item.Score is null) return new ReplayOutcome(ReplayVerdict.Eligible, Level: null, eligibility);
        var context = rules.On(one.ScoredOn);
        var inputs = RuleInputs.Of(context, one.Answers, one.Review, one.Files);
        return one.Given.Count > 0 && rules.Item.Score.Panel is not null
            ? ByPanel(context, inputs, one, eligibility)
            : ByTable(ScoreCalculator.Calculate(context, inputs), eligibility);
    }

    private static ReplayOutcome ByTable(ScoreTrace table, EligibilityResult eligibility) =>
        Outcome(table.Level, eligibility) with { Total = table.Total, Levels = table.Levels, Table = table };

    private static ReplayOutcome ByPanel(RuleContext context, RuleInputs inputs, ReplayCase one, EligibilityResult eligibility)
    {
        var item = context.Item;
        var given = one.Given.Select(score => score with
        {
            Items = score.Items.ToDictionary(
                line => line.Key, line => Math.Min(line.Value, MostOf(item, line.Key)), StringComparer.Ordinal),
        }).ToList();
        var corrections = one.Corrections.Where(entered => MostOf(item, entered.Item) < decimal.MaxValue)
            .Select(entered => entered with { Points = Math.Min(entered.Points, MostOf(item, entered.Item)) }).ToList();
        var judged = DecidingScore.Of(context, inputs, given, corrections);
        var table = judged.Succeeded ? judged.Value.Table : ScoreCalculator.Calculate(context, inputs);
        return judged.Succeeded
            ? Outcome(judged.Value.Level, eligibility) with { Total = judged.Value.Total, Levels = judged.Value.Levels, Table = table, IsByPanel = true }
            : new ReplayOutcome(ReplayVerdict.PanelNotValid, Level: null, eligibility) { Table = table, IsByPanel = true };
    }

    /// <summary>Who was given more points than a lower cap allows would have been given the cap.</summary>
    private static decimal MostOf(ServiceItem item, string code) =>
        item.Score!.Items.Append(item.Score.Bonus).FirstOrDefault(line => line?.Code == code)?.Max ?? decimal.MaxValue;

    private static ReplayOutcome Outcome(string? level, EligibilityResult eligibility) =>
        new(level is null ? ReplayVerdict.BelowLine : ReplayVerdict.Level, level, eligibility);
}
