using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TalentPortal.Core.Standards.Parameters;

/// <summary>Between which bounds the values of a parameter lie: those of its unit and those that its seed data names.</summary>
public static class ParameterBounds
{
    /// <summary>The least number.</summary>
    public static decimal? Least(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Min ?? (parameter.Unit is ParameterUnit.None ? null : 0);
    }

    /// <summary>The greatest number.</summary>
    public static decimal? Most(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Max ?? (parameter.Unit is ParameterUnit.Share ? 1 : null);
    }

    /// <summary>
    /// Whether only whole numbers make sense: days, persons and the like, and whatever was a whole number without a unit.
    /// </summary>
    public static bool IsWhole(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Unit switch
        {
            ParameterUnit.Share or ParameterUnit.Points => false,
            ParameterUnit.None => parameter.Value.ValueKind is JsonValueKind.Number && parameter.Value.TryGetInt32(out _),
            _ => true,
        };
    }

    /// <summary>Whether a value of the right kind lies between the bounds.</summary>
    public static bool Hold(Parameter parameter, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDecimal(out var number) && !(number < Least(parameter)) && !(number > Most(parameter)),
            JsonValueKind.String => parameter.Pattern is null
                || Regex.IsMatch(value.GetString()!, $@"\A(?:{parameter.Pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant),
            _ => true,
        };
    }

    /// <summary>A value as people read and type it: a number with a point, a text, true or false.</summary>
    public static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number.ToString("0.######", CultureInfo.InvariantCulture),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
