using System.Globalization;
using TalentPortal.Core.Catalogue.Answers;

namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>Checks the conditions of eligibility and says why. Pure.</summary>
public static class EligibilityChecker
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>Checks the rules over a form, or over a form with what reviewers entered.</summary>
    /// <param name="context">Item, day, figures and tables.</param>
    /// <param name="inputs">Unmasked answers: a masked one counts as unknown.</param>
    public static EligibilityResult Check(RuleContext context, RuleInputs inputs)
    {
        var evaluator = new RuleEvaluator(context, inputs);
        return new EligibilityResult([.. context.Item.Eligibility.Select(rule => Check(rule, context, evaluator))]);
    }

    /// <summary>Checks the rules over the short test; its answers stand for the fields of the form.</summary>
    /// <param name="context">Item, day, figures and tables.</param>
    /// <param name="answers">Answers by the codes of the questions.</param>
    public static PreCheckResult PreCheck(RuleContext context, FormAnswers answers)
    {
        var inputs = new RuleInputs(
            path => context.Item.PreCheck.FirstOrDefault(q => string.Equals(q.StandsFor, path, StringComparison.Ordinal)) is { } question
                ? answers.Find(question.Field.Code)
                : null,
            _ => 0);
        var check = new FieldCheck(context);
        var evaluator = new RuleEvaluator(context, inputs);
        var errors = from question in context.Item.PreCheck
                     let value = answers.Find(question.Field.Code)
                     where value is not null
                     let refusal = check.Check(question.Field, value, evaluator)
                     where refusal is not null
                     select new FieldError(question.Field.Code, refusal);
        return new PreCheckResult(Check(context, inputs), [.. errors]);
    }

    private static EligibilityFinding Check(EligibilityRule rule, RuleContext context, RuleEvaluator evaluator)
    {
        var trace = evaluator.Trace(rule.Must);
        var template = trace.Outcome switch
        {
            Truth.Yes => rule.Ok,
            Truth.No => rule.Not,
            _ => LocalizedText.Empty,
        };
        return new EligibilityFinding(
            rule.Code,
            trace.Outcome,
            Fill(template, rule, context, evaluator),
            RuleFacts.Of(trace, context.Item),
            [.. RulePaths.Of(rule.Must).Distinct(StringComparer.Ordinal)],
            rule.Origin);
    }

    private static LocalizedText Fill(LocalizedText template, EligibilityRule rule, RuleContext context, RuleEvaluator evaluator)
    {
        string? Text(string name, CultureInfo culture) => rule.Values.TryGetValue(name, out var expression)
            ? Show(expression, evaluator.Value(expression), context, culture)
            : null;
        return new LocalizedText(
            TextTemplate.Fill(template.Zh, name => Text(name, Chinese)), TextTemplate.Fill(template.En, name => Text(name, English)));
    }

    private static string? Show(ValueExpression expression, AnswerValue? value, RuleContext context, CultureInfo culture)
    {
        if (value is AnswerValue.Text code && expression is ValueExpression.Field field
            && context.Item.FindField(field.Path)?.CodeTable is { } table)
            return context.Codes.Label(table, code.Value).For(culture);
        return RuleFacts.Text(value);
    }
}
