using System.Globalization;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>
/// Evaluates conditions and values. Pure: the same context and inputs give the same trace. A blank input makes a comparison
/// unknown, and unknown spreads as in three-valued logic, so that nobody is refused for what was not asked yet.
/// </summary>
/// <param name="context">Item, day, figures and tables.</param>
/// <param name="inputs">Answers and files.</param>
public sealed class RuleEvaluator(RuleContext context, RuleInputs inputs)
{
    /// <summary>Whether the condition holds for sure.</summary>
    public bool Holds(Condition condition) => Trace(condition).Holds;

    /// <summary>Evaluates a condition.</summary>
    public ConditionTrace Trace(Condition condition) => condition switch
    {
        Condition.All all => Combine(all, all.Of, Truth.No, Truth.Yes),
        Condition.Any any => Combine(any, any.Of, Truth.Yes, Truth.No),
        Condition.Not not => Negate(not),
        Condition.Compare compare => TraceComparison(compare),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "Not a condition."),
    };

    /// <summary>Evaluates a value; null when an input is blank or there is none.</summary>
    public AnswerValue? Value(ValueExpression expression) => expression switch
    {
        ValueExpression.Literal literal => literal.Value,
        ValueExpression.Field field => Readable(inputs.Read(field.Path)),
        ValueExpression.Parameter parameter => context.Parameter(parameter.Key),
        ValueExpression.Today => new AnswerValue.Date(context.Today),
        ValueExpression.YearsSince years => Number(FullYears(DateAt(years.Path))),
        ValueExpression.MonthsPast months => Number(MonthsBeyondYears(DateAt(months.Path))),
        ValueExpression.Count count => Number(Rows(count.Rows, count.Where).Count()),
        ValueExpression.Sum sum => Number(Rows(sum.Rows, sum.Where).Sum(r => AsNumber(r.Fields.GetValueOrDefault(sum.Column)) ?? 0)),
        ValueExpression.Files files => Number(inputs.CountFiles(files.Material)),
        ValueExpression.Lookup lookup => Number(LookUp(lookup)),
        ValueExpression.Attribute attribute => Attribute(attribute),
        ValueExpression.Plus plus => Number(Sum(AsNumber(Value(plus.Left)), AsNumber(Value(plus.Right)))),
        ValueExpression.Divide divide => Number(Quotient(AsNumber(Value(divide.Dividend)), AsNumber(Value(divide.Divisor)))),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "Not a value."),
    };

    private static AnswerValue? Readable(AnswerValue? value) => value is AnswerValue.Unreadable or AnswerValue.Masked ? null : value;

    private static AnswerValue.Number? Number(decimal? number) => number is { } value ? new AnswerValue.Number(value) : null;

    private static decimal? AsNumber(AnswerValue? value) => (value as AnswerValue.Number)?.Value;

    private static decimal? Sum(decimal? left, decimal? right)
    {
        try
        {
            return left + right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal? Quotient(decimal? dividend, decimal? divisor)
    {
        if (dividend is not { } above || divisor is not { } below || below == 0) return null;
        try
        {
            return above / below;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private ConditionTrace Combine(Condition whole, IReadOnlyList<Condition> parts, Truth decisive, Truth neutral)
    {
        var traces = parts.Select(Trace).ToList();
        var outcome = traces.Exists(t => t.Outcome == decisive) ? decisive
            : traces.Exists(t => t.Outcome is Truth.Unknown) ? Truth.Unknown
            : neutral;
        return new ConditionTrace(whole, outcome, Actual: null, Needed: null, traces);
    }

    private ConditionTrace Negate(Condition.Not not)
    {
        var part = Trace(not.Of);
        var outcome = part.Outcome switch
        {
            Truth.Yes => Truth.No,
            Truth.No => Truth.Yes,
            _ => Truth.Unknown,
        };
        return new ConditionTrace(not, outcome, Actual: null, Needed: null, [part]);
    }

    private ConditionTrace TraceComparison(Condition.Compare compare)
    {
        var needed = compare.Needed is { } expression ? Value(expression) : null;
        var actual = Value(compare.Actual);
        var outcome = compare.Operator switch
        {
            // What was typed but not understood, or is stored apart, is not blank.
            Comparison.Filled => IsBlank(compare.Actual, actual) ? Truth.No : Truth.Yes,
            Comparison.Blank => IsBlank(compare.Actual, actual) ? Truth.Yes : Truth.No,
            _ => Comparing.Compare(actual, compare.Operator, needed),
        };
        return new ConditionTrace(compare, outcome, actual, needed, []);
    }

    private bool IsBlank(ValueExpression expression, AnswerValue? value) =>
        expression is ValueExpression.Field field ? inputs.Read(field.Path) is null : value is null;

    private IEnumerable<AnswerValue.Group> Rows(string path, Condition? where)
    {
        if (inputs.Read(path) is not AnswerValue.Rows rows || context.Item.FindField(path) is not { } field) return [];
        return where is null ? rows.Items : rows.Items.Where(row => new RuleEvaluator(context, inputs.InRow(field, row)).Holds(where));
    }

    private decimal? LookUp(ValueExpression.Lookup lookup)
    {
        if (inputs.Read(lookup.By) is not AnswerValue.Text code || !context.Item.Lookups.TryGetValue(lookup.Table, out var table))
            return null;
        return table.Values.TryGetValue(code.Value, out var number) ? number : null;
    }

    private AnswerValue? Attribute(ValueExpression.Attribute attribute)
    {
        var field = inputs.Row?.Fields.FirstOrDefault(f => string.Equals(f.Code, attribute.Of, StringComparison.Ordinal))
            ?? context.Item.FindField(attribute.Of);
        if (field?.CodeTable is not { } table || inputs.Read(attribute.Of) is not AnswerValue.Text code) return null;
        if (context.Codes.Find(table, code.Value)?.Attributes.GetValueOrDefault(attribute.Name) is not { } text) return null;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new AnswerValue.Number(number)
            : new AnswerValue.Text(text);
    }

    private DateOnly? DateAt(string path) => inputs.Read(path) switch
    {
        AnswerValue.Date date => date.Value,
        AnswerValue.Text text when CitizenNumber.Parse(text.Value, context.Today) is { Succeeded: true } number => number.Value.BirthOn,
        _ => null,
    };

    private decimal? FullYears(DateOnly? from)
    {
        if (from is not { } start || start > context.Today) return null;
        var years = context.Today.Year - start.Year;
        return start.AddYears(years) > context.Today ? years - 1 : years;
    }

    private decimal? MonthsBeyondYears(DateOnly? from)
    {
        if (from is not { } start || FullYears(start) is not { } years) return null;
        var months = 0;
        while (months < 11 && start.AddMonths(((int)years * 12) + months + 1) <= context.Today) months++;
        return months;
    }
}
