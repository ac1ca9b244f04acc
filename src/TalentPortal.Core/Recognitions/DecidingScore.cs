using System.Text.Json;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Catalogue.Scores;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;

namespace TalentPortal.Core.Recognitions;

/// <summary>What decides about a level, from what is known of a case. Pure: the activity decides by it, and a dry run asks it.</summary>
internal static class DecidingScore
{
    /// <summary>The panel's mean with what was corrected since, and what each level needs beside it.</summary>
    /// <param name="context">Item, day, figures and tables.</param>
    /// <param name="inputs">Unmasked answers, files, and what reviewers entered.</param>
    /// <param name="given">One score an expert.</param>
    /// <param name="corrections">What was entered since, the oldest first.</param>
    public static Result<RecognitionScore> Of(
        RuleContext context, RuleInputs inputs, IReadOnlyList<ExpertScore> given, IReadOnlyList<EnteredCorrection> corrections)
    {
        var panel = ExpertPanelScore.Combine(context, given);
        if (!panel.Succeeded) return panel.Refusal;
        var score = new RecognitionScore
        {
            Table = ScoreCalculator.Calculate(context, inputs),
            Panel = panel.Value,
            Total = panel.Value.Total,
            Rounding = context.Item.Score!.Panel!.Rounding,
            Levels = ScoreCalculator.Levels(context, inputs, panel.Value.Total),
        };
        return corrections.Aggregate(score, (one, entered) => one.With(entered.For(context.Item, one)));
    }

    /// <summary>One score an expert over the same items; a bonus that was not given counts as none.</summary>
    public static IReadOnlyList<ExpertScore> Given(ServiceItem item, IEnumerable<Decision> decisions)
    {
        var table = item.Score ?? throw new InvalidOperationException($"The service item {item.Code} has no score table.");
        var codes = table.Items.Select(line => line.Code).Concat(table.Bonus is { } bonus ? [bonus.Code] : []).ToList();
        return [.. decisions.Select(decision =>
        {
            var points = JsonSerializer.Deserialize<Dictionary<string, decimal>>(decision.Scores ?? "{}")!;
            return new ExpertScore(decision.OfficerId,
                codes.ToDictionary(code => code, code => points.GetValueOrDefault(code), StringComparer.Ordinal));
        })];
    }
}
