using System.Globalization;
using System.Text.Json;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.RuleChanges;

/// <summary>A parameter's new value as it was typed, with the unit in which it is meant.</summary>
/// <param name="Value">What was typed.</param>
/// <param name="Unit">The unit.</param>
public sealed record ParameterInput(string? Value, ParameterUnit Unit)
{
    /// <summary>Reads it as a value of the same kind as the present one, in its unit and between its bounds.</summary>
    public Result<JsonElement> Read(Parameter present)
    {
        ArgumentNullException.ThrowIfNull(present);
        if (Unit != present.Unit) return new RuleUnitDiffers();
        var text = Value?.Trim() ?? "";
        return present.Value.ValueKind switch
        {
            JsonValueKind.Number => Number(text, present),
            JsonValueKind.String => Text(text, present),
            _ => bool.TryParse(text, out var flag) ? JsonSerializer.SerializeToElement(flag) : new RuleValueNotYesOrNo(),
        };
    }

    private static Result<JsonElement> Number(string text, Parameter present)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var number)) return new RuleValueNotNumber();
        if (ParameterBounds.IsWhole(present) && (number != Math.Truncate(number) || Math.Abs(number) > int.MaxValue))
            return new RuleValueNotWhole();
        if (number < ParameterBounds.Least(present)) return new RuleValueTooSmall(ParameterBounds.Least(present)!.Value);
        if (number > ParameterBounds.Most(present)) return new RuleValueTooLarge(ParameterBounds.Most(present)!.Value);
        // Divided by one with all its places a number loses its idle zeros: 5.0 is read as a whole number later.
        return JsonSerializer.SerializeToElement(number / 1.0000000000000000000000000000m);
    }

    private static Result<JsonElement> Text(string text, Parameter present)
    {
        var value = JsonSerializer.SerializeToElement(text);
        return text.Length > 0 && ParameterBounds.Hold(present, value) ? value : new RuleValueNotOfForm();
    }
}
