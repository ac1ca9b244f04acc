using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Activities.Composition;
using TalentPortal.Workflows.Definitions.Checks;
using TalentPortal.Workflows.Definitions.Reading;

namespace TalentPortal.Workflows.Definitions;

/// <summary>Reads definitions in Elsa 3's JSON format and refuses those that could not run as written.</summary>
/// <param name="registry">The activity types that definitions may name.</param>
/// <param name="workflowTypes">Type names of definitions that may be used as activities without naming a definition id.</param>
public sealed class DefinitionReader(ActivityRegistry registry, IReadOnlySet<string>? workflowTypes = null)
{
    internal static readonly JsonDocumentOptions Options = new() { MaxDepth = 256, AllowDuplicateProperties = false };
    private readonly IReadOnlySet<string> _workflowTypes = workflowTypes ?? new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Reads one definition.</summary>
    /// <param name="json">Text of the file.</param>
    /// <param name="fileName">Name that errors mention.</param>
    /// <param name="isPublished">Whether a register keeps it as published, whatever the file says; null where the file says it.</param>
    /// <exception cref="DefinitionException">The definition is refused; all its errors at once.</exception>
    public WorkflowDefinition Read(string json, string fileName, bool? isPublished = null)
    {
        var errors = new ReadErrors(fileName);
        try
        {
            var root = Parse(json, errors);
            return ReadDefinition(root, errors, isPublished);
        }
        catch (InvalidOperationException exception)
        {
            // Text that is no valid Unicode shows only when it is read out of the parsed JSON.
            errors.Add(null, null, DefinitionFault.MalformedText, exception.Message);
            errors.ThrowIfAny();
            throw;
        }
    }

    private static JsonObject Parse(string json, ReadErrors errors)
    {
        try
        {
            if (JsonNode.Parse(json, documentOptions: Options) is JsonObject root) return root;
            errors.Add(null, null, DefinitionFault.NotAnObject);
        }
        catch (JsonException exception)
        {
            errors.Add(null, null, DefinitionFault.MalformedJson, exception.Message);
        }

        errors.ThrowIfAny();
        throw new InvalidOperationException("Unreachable: an error was added.");
    }

    private WorkflowDefinition ReadDefinition(JsonObject json, ReadErrors errors, bool? isPublished)
    {
        var nodes = new NodeReader(registry, _workflowTypes, errors);
        var scope = new ActivityNode("", WorkflowScope.Instance, json, parent: null) { TypeName = WorkflowScope.Type };
        scope.Variables = VariableReader.Read(json.Get("variables"), null, errors);
        if (json.Get("root") is { } root)
        {
            if (nodes.Read(root, "root", scope) is { } rootNode) scope.Children = [new EmbeddedActivity("root", rootNode)];
        }
        else
        {
            errors.Add(null, "root", DefinitionFault.NoRoot);
        }

        var inputs = ReadArguments(json, "inputs", errors);
        var outputs = ReadArguments(json, "outputs", errors);
        var strategy = ReadStrategy(json, errors);
        var version = ReadVersion(json, errors);
        if (scope.Children.Count > 0) ScopeCheck.Run(scope, inputs, errors);
        errors.ThrowIfAny();

        var definitionId = json.Text("definitionId") is { Length: > 0 } given ? given : Path.GetFileNameWithoutExtension(errors.File);
        return new WorkflowDefinition(scope, json)
        {
            Id = json.Text("id") is { Length: > 0 } id ? id : string.Create(CultureInfo.InvariantCulture, $"{definitionId}:{version}"),
            DefinitionId = definitionId,
            Version = version,
            Name = json.Text("name") ?? definitionId,
            Description = json.Text("description"),
            IsPublished = isPublished ?? json.Flag("isPublished") ?? false,
            IsLatest = json.Flag("isLatest") ?? false,
            FileName = errors.File,
            Inputs = inputs,
            Outputs = outputs,
            Outcomes = [.. (JsonAccess.Items(json.Get("outcomes")) ?? []).Select(JsonAccess.AsText).OfType<string>()],
            Options = new WorkflowOptions(strategy, IsUsableAsActivity(json)),
        };
    }

    private static bool IsUsableAsActivity(JsonObject json) =>
        json.Object("options")?.Flag("usableAsActivity") ?? json.Flag("usableAsActivity") ?? false;

    private static int ReadVersion(JsonObject json, ReadErrors errors)
    {
        if (json.Get("version") is null) return 1;
        if (json.Number("version") is { } number and >= 1 and < int.MaxValue && number == Math.Floor(number)) return (int)number;
        errors.Add(null, "version", DefinitionFault.VersionNotANumber);
        return 1;
    }

    private static IncidentStrategy ReadStrategy(JsonObject json, ReadErrors errors)
    {
        var type = json.Object("options")?.Text("incidentStrategyType");
        if (string.IsNullOrEmpty(type) || type.Contains("FaultStrategy", StringComparison.Ordinal)) return IncidentStrategy.Fault;
        if (type.Contains("ContinueWithIncidents", StringComparison.Ordinal)) return IncidentStrategy.ContinueWithIncidents;
        errors.Add(null, "options.incidentStrategyType", DefinitionFault.UnknownIncidentStrategy, type);
        return IncidentStrategy.Fault;
    }

    private static List<ArgumentDefinition> ReadArguments(JsonObject json, string property, ReadErrors errors)
    {
        var arguments = new List<ArgumentDefinition>();
        foreach (var item in JsonAccess.Items(json.Get(property)) ?? [])
        {
            if (item is not JsonObject argument || argument.Text("name") is not { Length: > 0 } name)
            {
                errors.Add(null, property, DefinitionFault.ArgumentWithoutName);
                continue;
            }

            if (!DataType.TryResolve(argument.Text("type") ?? "Object", out var type)) type = DataType.Object;
            if (argument.Flag("isArray") == true) type = DataType.ListOf(type);
            var driver = argument.Text("storageDriverType");
            arguments.Add(new ArgumentDefinition(name, type, VariableReader.IsPersistentDriver(driver), argument.Text("displayName")));
        }

        return arguments;
    }
}
