using System.Globalization;
using System.Text.Json.Nodes;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Web.Presentation.Fields;

/// <summary>
/// A condition in the words of <c>conditions.js</c>: all, any, not, and comparisons of a field with a written value. What a browser cannot
/// know (figures, years, counts) becomes null there, which leaves the field shown: the server decides.
/// </summary>
internal static class BrowserCondition
{
    /// <summary>The condition as JSON; null when there is none.</summary>
    public static string? Json(Condition? condition) => condition is null ? null : Of(condition)?.ToJsonString() ?? "null";

    private static JsonObject? Of(Condition condition) => condition switch
    {
        Condition.All all => new JsonObject { ["all"] = List(all.Of) },
        Condition.Any any => new JsonObject { ["any"] = List(any.Of) },
        Condition.Not not => new JsonObject { ["not"] = Of(not.Of) },
        Condition.Compare { Actual: ValueExpression.Field field, Needed: null } compare => Compare(field, compare, needed: null),
        Condition.Compare { Actual: ValueExpression.Field field, Needed: ValueExpression.Literal literal } compare =>
            Of(literal.Value) is { } needed ? Compare(field, compare, needed) : null,
        _ => null,
    };

    private static JsonArray List(IEnumerable<Condition> parts) => [.. parts.Select(Of)];

    private static JsonObject Compare(ValueExpression.Field field, Condition.Compare compare, JsonArray? needed) => new()
    {
        ["field"] = field.Path,
        ["op"] = compare.Operator.ToString(),
        ["values"] = needed,
    };

    /// <summary>The values as a form sends them.</summary>
    private static JsonArray? Of(AnswerValue value) => value switch
    {
        AnswerValue.Text text => [text.Value],
        AnswerValue.Number number => [number.Value.ToString(CultureInfo.InvariantCulture)],
        AnswerValue.YesNo yes => [yes.Value ? "true" : "false"],
        AnswerValue.Date date => [date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        AnswerValue.Codes codes => [.. codes.Values.Select(code => JsonValue.Create(code))],
        _ => null,
    };
}
