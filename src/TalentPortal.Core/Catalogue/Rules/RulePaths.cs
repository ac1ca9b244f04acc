namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>Which fields a rule reads.</summary>
public static class RulePaths
{
    /// <summary>Paths of the fields that a condition reads, in the order of the rule.</summary>
    public static IEnumerable<string> Of(Condition condition) => condition switch
    {
        Condition.All all => all.Of.SelectMany(Of),
        Condition.Any any => any.Of.SelectMany(Of),
        Condition.Not not => Of(not.Of),
        Condition.Compare compare => Of(compare.Actual).Concat(compare.Needed is { } needed ? Of(needed) : []),
        _ => [],
    };

    /// <summary>Paths of the fields that a value reads.</summary>
    public static IEnumerable<string> Of(ValueExpression value) => value switch
    {
        ValueExpression.Field field => [field.Path],
        ValueExpression.YearsSince years => [years.Path],
        ValueExpression.MonthsPast months => [months.Path],
        ValueExpression.Lookup lookup => [lookup.By],
        ValueExpression.Attribute attribute => [attribute.Of],
        ValueExpression.Count count => [count.Rows, .. InRows(count.Rows, count.Where)],
        ValueExpression.Sum sum => [sum.Rows, $"{sum.Rows}[].{sum.Column}", .. InRows(sum.Rows, sum.Where)],
        ValueExpression.Plus plus => Of(plus.Left).Concat(Of(plus.Right)),
        ValueExpression.Divide divide => Of(divide.Dividend).Concat(Of(divide.Divisor)),
        _ => [],
    };

    /// <summary>Codes of the materials that a condition counts.</summary>
    public static IEnumerable<string> MaterialsOf(Condition condition) => condition switch
    {
        Condition.All all => all.Of.SelectMany(MaterialsOf),
        Condition.Any any => any.Of.SelectMany(MaterialsOf),
        Condition.Not not => MaterialsOf(not.Of),
        Condition.Compare { Actual: ValueExpression.Files files } => [files.Material],
        _ => [],
    };

    private static IEnumerable<string> InRows(string rows, Condition? where) =>
        where is null ? [] : Of(where).SelectMany(p => new[] { $"{rows}[].{p}", p });
}
