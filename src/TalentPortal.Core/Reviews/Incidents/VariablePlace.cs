using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Reviews.Incidents;

/// <summary>Names a variable of an instance in forms, and reads what is typed for it.</summary>
public static class VariablePlace
{
    /// <summary>Its name in forms: a loop's variables have the same id in each of its runs.</summary>
    public static string Of(InstanceVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return string.Create(CultureInfo.InvariantCulture, $"{variable.RunId}:{variable.Id}");
    }

    /// <summary>The variable of that name; null when the instance has none.</summary>
    public static InstanceVariable? Find(WorkflowInstance instance, string place)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return instance.Variables.FirstOrDefault(variable => Of(variable) == place);
    }

    /// <summary>What was typed as a value of the type: text as it is, all else as JSON where it reads as JSON.</summary>
    /// <returns>False when the type can't hold it.</returns>
    public static bool TryRead(string typed, DataType type, out JsonNode? value)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(type);
        var given = type.Name is "String" ? JsonValue.Create(typed) : Parse(typed.Trim());
        return type.TryConvert(given, out value);
    }

    private static JsonNode? Parse(string typed)
    {
        if (typed.Length == 0) return null;
        try
        {
            return JsonNode.Parse(typed);
        }
        catch (JsonException)
        {
            return JsonValue.Create(typed);
        }
    }
}
