using System.Globalization;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>Turns traces into plain texts.</summary>
public static class RuleFacts
{
    private const string Hidden = "***";

    /// <summary>The comparisons of a trace; sensitive answers are masked.</summary>
    public static IReadOnlyList<RuleFact> Of(ConditionTrace trace, ServiceItem item) => [.. trace.Comparisons.Select(c =>
    {
        var compare = (Condition.Compare)c.Condition;
        var actual = c.Actual is { } value && IsSensitive(compare.Actual, item) ? Hidden : Text(c.Actual);
        return new RuleFact(Describe(compare.Actual), compare.Operator, actual, Text(c.Needed), c.Outcome);
    })];

    /// <summary>A value in a form that does not depend on the reader: codes stay codes, dates are <c>yyyy-MM-dd</c>.</summary>
    public static string? Text(AnswerValue? value) => value switch
    {
        null => null,
        AnswerValue.Text text => text.Value,
        AnswerValue.Number number => number.Value.ToString("0.######", CultureInfo.InvariantCulture),
        AnswerValue.YesNo yesNo => yesNo.Value ? "true" : "false",
        AnswerValue.Date date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        AnswerValue.Codes codes => string.Join(", ", codes.Values),
        AnswerValue.Rows rows => rows.Items.Count.ToString(CultureInfo.InvariantCulture),
        _ => Hidden,
    };

    /// <summary>A value expression in short: <c>yearsSince(startedOn)</c>.</summary>
    public static string Describe(ValueExpression value) => value switch
    {
        ValueExpression.Literal literal => Text(literal.Value) ?? string.Empty,
        ValueExpression.Field field => field.Path,
        ValueExpression.Parameter parameter => $"parameter({parameter.Key})",
        ValueExpression.YearsSince years => $"yearsSince({years.Path})",
        ValueExpression.MonthsPast months => $"monthsPast({months.Path})",
        ValueExpression.Count count => $"count({count.Rows})",
        ValueExpression.Sum sum => $"sum({sum.Rows}.{sum.Column})",
        ValueExpression.Files files => $"files({files.Material})",
        ValueExpression.Lookup lookup => $"lookup({lookup.Table}, {lookup.By})",
        ValueExpression.Attribute attribute => $"{attribute.Name}({attribute.Of})",
        ValueExpression.Plus plus => $"{Describe(plus.Left)} + {Describe(plus.Right)}",
        ValueExpression.Divide divide => $"{Describe(divide.Dividend)} / {Describe(divide.Divisor)}",
        _ => "today",
    };

    private static bool IsSensitive(ValueExpression value, ServiceItem item) =>
        value is ValueExpression.Field field && item.Form.Find(field.Path) is { Sensitivity: Sensitivity.Sensitive };
}
