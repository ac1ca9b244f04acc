using System.Globalization;
using TalentPortal.Core.Catalogue.Answers;

namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>Compares two values; values of different kinds cannot be compared, which is unknown, not no.</summary>
internal static class Comparing
{
    public static Truth Compare(AnswerValue? actual, Comparison comparison, AnswerValue? needed)
    {
        if (actual is null || needed is null) return Truth.Unknown;
        return comparison switch
        {
            Comparison.Eq => Known(AreEqual(actual, needed)),
            Comparison.Ne => Known(!AreEqual(actual, needed)),
            Comparison.Lt => Known(Order(actual, needed) < 0, Order(actual, needed)),
            Comparison.Le => Known(Order(actual, needed) <= 0, Order(actual, needed)),
            Comparison.Gt => Known(Order(actual, needed) > 0, Order(actual, needed)),
            Comparison.Ge => Known(Order(actual, needed) >= 0, Order(actual, needed)),
            Comparison.In => Known(AnyIn(actual, needed)),
            Comparison.NotIn => Known(!AnyIn(actual, needed)),
            Comparison.Contains => Known(Contains(actual, needed)),
            Comparison.StartsWith => Known(
                actual is AnswerValue.Text text && needed is AnswerValue.Text start
                    && text.Value.StartsWith(start.Value, StringComparison.Ordinal)),
            _ => Truth.Unknown,
        };
    }

    /// <summary>Less than, equal or greater than 0; null when the two have no order.</summary>
    public static int? Order(AnswerValue actual, AnswerValue needed) => (actual, needed) switch
    {
        (AnswerValue.Number a, AnswerValue.Number b) => a.Value.CompareTo(b.Value),
        _ when AsDate(actual) is { } a && AsDate(needed) is { } b => a.CompareTo(b),
        _ => null,
    };

    private static Truth Known(bool? holds) => holds switch
    {
        true => Truth.Yes,
        false => Truth.No,
        null => Truth.Unknown,
    };

    private static Truth Known(bool holds, int? order) => order is null ? Truth.Unknown : Known(holds);

    private static bool? AreEqual(AnswerValue actual, AnswerValue needed) => (actual, needed) switch
    {
        (AnswerValue.Codes a, AnswerValue.Codes b) => a.Values.ToHashSet(StringComparer.Ordinal).SetEquals(b.Values),
        _ when actual.GetType() == needed.GetType() => actual.Equals(needed),
        _ => Order(actual, needed) is { } order ? order == 0 : null,
    };

    private static bool? AnyIn(AnswerValue actual, AnswerValue needed) => (actual, needed) switch
    {
        (AnswerValue.Text code, AnswerValue.Codes list) => list.Values.Contains(code.Value, StringComparer.Ordinal),
        (AnswerValue.Codes codes, AnswerValue.Codes list) => codes.Values.Intersect(list.Values, StringComparer.Ordinal).Any(),
        _ => null,
    };

    private static bool? Contains(AnswerValue actual, AnswerValue needed) => (actual, needed) switch
    {
        (AnswerValue.Codes codes, AnswerValue.Text code) => codes.Values.Contains(code.Value, StringComparer.Ordinal),
        (AnswerValue.Text text, AnswerValue.Text code) => string.Equals(text.Value, code.Value, StringComparison.Ordinal),
        _ => null,
    };

    /// <summary>The date that a value is or spells; null when it is none.</summary>
    public static DateOnly? AsDate(AnswerValue value) => value switch
    {
        AnswerValue.Date date => date.Value,
        AnswerValue.Text text when DateOnly.TryParseExact(
            text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        _ => null,
    };
}
