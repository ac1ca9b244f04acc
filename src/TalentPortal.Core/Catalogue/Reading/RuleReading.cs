using System.Text.Json;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>Reads conditions and values: the one rule vocabulary.</summary>
internal static class RuleReading
{
    private static readonly Condition Never = new Condition.Any([]);
    private static readonly ValueExpression Nothing = new ValueExpression.Literal(new AnswerValue.Text(string.Empty));
    private static readonly string[] Values =
        ["field", "parameter", "today", "yearsSince", "monthsPast", "count", "sum", "files", "lookup", "attribute", "plus", "divide"];

    /// <summary>A condition; null when it is absent.</summary>
    public static Condition? OptionalCondition(JsonCursor owner, string name) =>
        owner.Take(name) is { } value ? ReadCondition(new JsonCursor(value, owner.At(name), owner.Log)) : null;

    /// <summary>A condition that must be there.</summary>
    public static Condition Condition(JsonCursor owner, string name)
    {
        if (OptionalCondition(owner, name) is { } condition) return condition;
        owner.Error(name, $"'{name}' is missing: a condition is expected");
        return Never;
    }

    /// <summary>A value; null when it is absent.</summary>
    public static ValueExpression? OptionalValue(JsonCursor owner, string name) =>
        owner.Take(name) is { } value ? ReadValue(value, owner.At(name), owner.Log) : null;

    /// <summary>A value that must be there.</summary>
    public static ValueExpression Value(JsonCursor owner, string name)
    {
        if (OptionalValue(owner, name) is { } value) return value;
        owner.Error(name, $"'{name}' is missing: a value is expected");
        return Nothing;
    }

    public static ValueExpression ReadValue(JsonElement value, string path, ReadingLog log)
    {
        if (value.ValueKind is not JsonValueKind.Object) return new ValueExpression.Literal(ReadLiteral(value, path, log));
        var cursor = new JsonCursor(value, path, log);
        var expression = ReadExpression(cursor);
        cursor.Close();
        return expression;
    }

    private static Condition ReadCondition(JsonCursor cursor)
    {
        if (!cursor.IsObject) return Never;
        Condition condition = cursor.Has("all") ? new Condition.All(Parts(cursor, "all"))
            : cursor.Has("any") ? new Condition.Any(Parts(cursor, "any"))
            : cursor.Has("not") ? new Condition.Not(Condition(cursor, "not"))
            : ReadComparison(cursor);
        cursor.Close();
        return condition;
    }

    private static List<Condition> Parts(JsonCursor cursor, string name)
    {
        var parts = cursor.Elements(name).Select(e => ReadCondition(new JsonCursor(e.Value, e.Path, cursor.Log))).ToList();
        if (parts.Count == 0) cursor.Error(name, $"'{name}' needs at least one condition");
        return parts;
    }

    private static Condition.Compare ReadComparison(JsonCursor cursor)
    {
        var actual = ReadExpression(cursor);
        var comparison = cursor.Choice<Comparison>("op");
        var needed = comparison is Comparison.Filled or Comparison.Blank ? null : Value(cursor, "value");
        if (comparison is Comparison.In or Comparison.NotIn && needed is not ValueExpression.Literal { Value: AnswerValue.Codes })
            cursor.Error("value", "'value' must be a list of codes for 'in' and 'notIn'");
        var compare = new Condition.Compare(actual, comparison, needed);
        cursor.Log.Compare(compare, cursor.Path);
        return compare;
    }

    private static ValueExpression ReadExpression(JsonCursor cursor)
    {
        var kinds = Values.Where(cursor.Has).ToList();
        if (kinds.Count != 1)
        {
            cursor.Log.Error(cursor.Path, $"exactly one of {string.Join(", ", Values)} is expected here");
            foreach (var kind in kinds) cursor.Take(kind);
            return Nothing;
        }

        return kinds[0] switch
        {
            "field" => new ValueExpression.Field(Reference(cursor, "field", ReferenceKind.Field)),
            "parameter" => new ValueExpression.Parameter(Reference(cursor, "parameter", ReferenceKind.Parameter)),
            "today" => ReadToday(cursor),
            "yearsSince" => new ValueExpression.YearsSince(Reference(cursor, "yearsSince", ReferenceKind.Field)),
            "monthsPast" => new ValueExpression.MonthsPast(Reference(cursor, "monthsPast", ReferenceKind.Field)),
            "count" => ReadCount(cursor),
            "sum" => ReadSum(cursor),
            "files" => new ValueExpression.Files(Reference(cursor, "files", ReferenceKind.Material)),
            "lookup" => new ValueExpression.Lookup(
                Reference(cursor, "lookup", ReferenceKind.Lookup), Reference(cursor, "by", ReferenceKind.Field)),
            "attribute" => new ValueExpression.Attribute(cursor.Text("attribute"), Reference(cursor, "of", ReferenceKind.Field)),
            "plus" => ReadPair(cursor, "plus") is var (left, right) ? new ValueExpression.Plus(left, right) : Nothing,
            _ => ReadPair(cursor, "divide") is var (dividend, divisor) ? new ValueExpression.Divide(dividend, divisor) : Nothing,
        };
    }

    private static ValueExpression.Today ReadToday(JsonCursor cursor)
    {
        if (!cursor.Flag("today")) cursor.Error("today", "'today' can only be true");
        return new ValueExpression.Today();
    }

    private static ValueExpression.Count ReadCount(JsonCursor cursor)
    {
        var rows = Reference(cursor, "count", ReferenceKind.Rows);
        return new ValueExpression.Count(rows, ReadWhere(cursor, rows));
    }

    private static ValueExpression ReadSum(JsonCursor cursor)
    {
        var target = cursor.Text("sum");
        var dot = target.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || dot == target.Length - 1)
        {
            cursor.Error("sum", "'sum' must name rows and a column, such as households.income");
            return Nothing;
        }

        var (rows, column) = (target[..dot], target[(dot + 1)..]);
        cursor.Log.Refer(ReferenceKind.Rows, rows, cursor.At("sum"));
        cursor.Log.Refer(ReferenceKind.Field, $"{rows}[].{column}", cursor.At("sum"));
        return new ValueExpression.Sum(rows, column, ReadWhere(cursor, rows));
    }

    private static Condition? ReadWhere(JsonCursor cursor, string rows)
    {
        var outer = cursor.Log.RowScope;
        cursor.Log.RowScope = rows;
        var where = OptionalCondition(cursor, "where");
        cursor.Log.RowScope = outer;
        return where;
    }

    private static (ValueExpression, ValueExpression)? ReadPair(JsonCursor cursor, string name)
    {
        var parts = cursor.Elements(name).Select(e => ReadValue(e.Value, e.Path, cursor.Log)).ToList();
        if (parts.Count == 2) return (parts[0], parts[1]);
        cursor.Error(name, $"'{name}' needs exactly two values");
        return null;
    }

    private static string Reference(JsonCursor cursor, string name, ReferenceKind kind)
    {
        var target = cursor.Text(name);
        cursor.Log.Refer(kind, target, cursor.At(name));
        return target;
    }

    private static AnswerValue ReadLiteral(JsonElement value, string path, ReadingLog log)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number when value.TryGetDecimal(out var number):
                return new AnswerValue.Number(number);
            case JsonValueKind.True or JsonValueKind.False:
                return new AnswerValue.YesNo(value.GetBoolean());
            case JsonValueKind.String when JsonCursor.PlainText(value) is { Length: > 0 } text:
                return new AnswerValue.Text(text);
            case JsonValueKind.Array when value.EnumerateArray()
                .All(e => e.ValueKind is JsonValueKind.String && JsonCursor.PlainText(e) is { Length: > 0 }):
                return new AnswerValue.Codes([.. value.EnumerateArray().Select(e => e.GetString()!)]);
            default:
                log.Error(path, "a number, a text, true, false or a list of texts is expected here");
                return new AnswerValue.Text(string.Empty);
        }
    }
}
