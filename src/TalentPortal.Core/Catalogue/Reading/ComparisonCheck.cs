using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Standards.Codes;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>
/// Checks that a comparison can ever hold: a code that its table does not have, or a number compared with a text, is a slip of
/// the pen that nobody would notice otherwise.
/// </summary>
internal static class ComparisonCheck
{
    public static void Run(ServiceItem item, ReadingLog log, CodeTables tables)
    {
        var codes = new ItemCodes(item, tables);
        foreach (var (compare, path, rows) in log.Comparisons.ToList())
        {
            if (compare.Actual is ValueExpression.Attribute attribute && FieldAt(item, attribute.Of, rows) is { CodeTable: null })
                log.Error(path, $"'{attribute.Of}' has no code table, so it has no attribute '{attribute.Name}'");
            if (compare is not { Actual: ValueExpression.Field actual, Needed: ValueExpression.Literal { Value: var value } }) continue;
            if (FieldAt(item, actual.Path, rows) is not { } field) continue;
            if (Mistake(field, compare.Operator, value, codes) is { } mistake) log.Error($"{path}.value", mistake);
        }
    }

    private static FormField? FieldAt(ServiceItem item, string path, string? rows) =>
        (rows is null ? null : item.FindField($"{rows}[].{path}")) ?? item.FindField(path);

    private static string? Mistake(FormField field, Comparison comparison, AnswerValue value, ItemCodes codes) => field.Type switch
    {
        FieldType.Choice or FieldType.Region when comparison is not Comparison.StartsWith => UnknownCode(field, value, codes),
        FieldType.Number or FieldType.Money when value is not AnswerValue.Number => "a number is expected here",
        FieldType.YesNo when value is not AnswerValue.YesNo => "true or false is expected here",
        FieldType.Date when Comparing.AsDate(value) is null => "a date such as 2026-01-31 is expected here",
        FieldType.Person or FieldType.Rows or FieldType.File =>
            "a block or a file can only be 'filled' or 'blank'; use count, sum or files",
        _ => null,
    };

    private static string? UnknownCode(FormField field, AnswerValue value, ItemCodes codes)
    {
        IReadOnlyList<string>? named = value switch
        {
            AnswerValue.Text text => [text.Value],
            AnswerValue.Codes list => list.Values,
            _ => null,
        };
        if (named is null) return "a code or a list of codes is expected here";
        var unknown = named.FirstOrDefault(code => codes.Find(field.CodeTable!, code) is null);
        return unknown is null ? null : $"the code table '{field.CodeTable}' has no code '{unknown}'";
    }
}
