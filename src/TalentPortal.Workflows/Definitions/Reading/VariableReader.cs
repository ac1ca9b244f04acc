using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions.Values;

namespace TalentPortal.Workflows.Definitions.Reading;

/// <summary>Reads variable declarations.</summary>
internal static class VariableReader
{
    public static List<VariableDefinition> Read(JsonNode? json, string? activityId, ReadErrors errors)
    {
        var variables = new List<VariableDefinition>();
        if (JsonAccess.Items(json) is not { } items)
        {
            errors.Add(activityId, "variables", DefinitionFault.VariablesNotAList);
            return variables;
        }

        foreach (var item in items)
        {
            if (item is not JsonObject variable)
                errors.Add(activityId, "variables", DefinitionFault.VariableNotAnObject);
            else if (ReadOne(variable, activityId, errors) is { } read)
                variables.Add(read);
        }

        foreach (var twice in variables.GroupBy(variable => variable.Id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            errors.Add(activityId, "variables", DefinitionFault.VariableTwice, twice.Key);
        return variables;
    }

    /// <summary>Elsa matches the storage driver by a part of its type name; the memory driver does not survive a restart.</summary>
    public static bool IsPersistentDriver(string? driver) =>
        driver is not null && (driver.Contains("WorkflowInstanceStorageDriver", StringComparison.Ordinal)
            || driver.Contains("WorkflowStorageDriver", StringComparison.Ordinal));

    private static VariableDefinition? ReadOne(JsonObject json, string? activityId, ReadErrors errors)
    {
        var name = json.Text("name");
        var id = json.Text("id") ?? name;
        if (string.IsNullOrEmpty(id))
        {
            errors.Add(activityId, "variables", DefinitionFault.VariableWithoutName);
            return null;
        }

        var label = name ?? id;
        var typeName = json.Text("typeName") ?? "Object";
        if (!DataType.TryResolve(typeName, out var type))
        {
            errors.Add(activityId, "variables", DefinitionFault.VariableTypeUnknown, label, typeName);
            return null;
        }

        if (json.Flag("isArray") == true) type = DataType.ListOf(type);
        var written = json.Get("value");
        var isBlank = written is null || type.Kind is not (DataKind.Object or DataKind.Text) && JsonAccess.AsText(written) is "";
        JsonNode? value = isBlank ? null : written;
        if (!type.TryConvert(value, out var initial))
            errors.Add(activityId, "variables", DefinitionFault.VariableValueWrong, label, type.Name);
        return new VariableDefinition(id, label, type, initial, IsPersistentDriver(json.Text("storageDriverTypeName")));
    }
}
