using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Activities.Composition;

namespace TalentPortal.Workflows.Definitions.Reading;

/// <summary>Reads the activities of one definition, outer before inner.</summary>
internal sealed class NodeReader(ActivityRegistry registry, IReadOnlySet<string> workflowTypes, ReadErrors errors)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _generated = new(StringComparer.Ordinal);

    public ReadErrors Errors { get; } = errors;

    public ActivityNode? Read(JsonNode json, string property, ActivityNode parent)
    {
        if (json is not JsonObject source)
        {
            Errors.Add(parent.Id, property, DefinitionFault.ActivityNotAnObject);
            return null;
        }

        var typeName = source.Text("type");
        if (string.IsNullOrEmpty(typeName))
        {
            Errors.Add(source.Text("id") ?? parent.Id, "type", DefinitionFault.ActivityWithoutType);
            return null;
        }

        var id = ReadId(source, typeName);
        if (FindActivity(source, typeName) is not { } activity)
        {
            Errors.Add(id, "type", DefinitionFault.UnknownActivityType, typeName);
            return null;
        }

        var node = Create(id, typeName, activity, source, parent);
        ReadContents(node);
        return node;
    }

    private static ActivityNode Create(string id, string typeName, Activity activity, JsonObject source, ActivityNode parent)
    {
        var metadata = source.Object("metadata");
        var name = source.Text("name");
        return new ActivityNode(id, activity, source, parent)
        {
            Name = name,
            TypeName = typeName,
            DisplayText = metadata?.Text("displayText") is { Length: > 0 } text ? text : name ?? id,
            Description = metadata?.Text("description"),
            Box = ReadBox(metadata?.Object("designer")),
            CanStartWorkflow = source.Object("customProperties")?.Flag("canStartWorkflow") ?? source.Flag("canStartWorkflow") ?? false,
            Reference = activity is WorkflowCall ? ReadReference(source, typeName) : null,
        };
    }

    private void ReadContents(ActivityNode node)
    {
        var inputs = new Dictionary<string, InputBinding>(StringComparer.Ordinal);
        foreach (var input in node.Activity is WorkflowCall ? WorkflowCall.ReadInputs(node.Source) : node.Activity.Inputs)
            inputs[input.Name] = new InputBinding(input, ExpressionReader.ReadInput(node, input, Errors));
        node.Inputs = inputs;
        node.OutputTargets = ReadOutputs(node);
        if (node.Activity.DeclaresVariables) node.Variables = VariableReader.Read(node.Source.Get("variables"), node.Id, Errors);
        var children = new List<EmbeddedActivity>();
        foreach (var port in node.Activity.Ports) ReadPort(node, port, children);
        node.Children = children;
        node.Detail = node.Activity.ReadDetail(new DetailReader(this, node, children));
    }

    private void ReadPort(ActivityNode node, ActivityPort port, List<EmbeddedActivity> children)
    {
        var value = node.Source.Get(port.Name);
        if (value is null) return;
        if (!port.IsList)
        {
            if (Read(value, port.Name, node) is { } child) children.Add(new EmbeddedActivity(port.Name, child));
            return;
        }

        if (JsonAccess.Items(value) is not { } items)
        {
            Errors.Add(node.Id, port.Name, DefinitionFault.NotAList);
            return;
        }

        foreach (var item in items)
        {
            if (item is null)
                Errors.Add(node.Id, port.Name, DefinitionFault.ActivityNotAnObject);
            else if (Read(item, port.Name, node) is { } child)
                children.Add(new EmbeddedActivity(port.Name, child));
        }
    }

    private Activity? FindActivity(JsonObject source, string typeName)
    {
        if (registry.Find(typeName) is { } known) return known;
        var isReference = source.Text("workflowDefinitionId") is not null || source.Text("workflowDefinitionVersionId") is not null;
        return isReference || workflowTypes.Contains(typeName) ? WorkflowCall.Instance : null;
    }

    private string ReadId(JsonObject source, string typeName)
    {
        if (source.Text("id") is { Length: > 0 } id)
        {
            if (!_ids.Add(id)) Errors.Add(id, "id", DefinitionFault.ActivityTwice, id);
            return id;
        }

        var prefix = typeName[(typeName.LastIndexOf('.') + 1)..];
        do
        {
            _generated[prefix] = _generated.GetValueOrDefault(prefix) + 1;
            id = prefix + _generated[prefix].ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        while (!_ids.Add(id));
        return id;
    }

    private static Dictionary<string, string> ReadOutputs(ActivityNode node)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        IEnumerable<string> names = node.Activity is WorkflowCall ? node.Source.Select(property => property.Key) : node.Activity.Outputs;
        foreach (var name in names)
        {
            if (node.Source.Get(name) is JsonObject output && output.Get("expression") is null
                && output.Object("memoryReference")?.Text("id") is { Length: > 0 } target)
                targets[name] = target;
        }

        return targets;
    }

    private static WorkflowReference ReadReference(JsonObject source, string typeName) => new(
        typeName,
        source.Text("workflowDefinitionId"),
        source.Text("workflowDefinitionVersionId"),
        source.Number("version") is { } version and >= 1 and < int.MaxValue ? (int)version : null);

    private static DesignerBox? ReadBox(JsonObject? designer)
    {
        if (designer?.Object("position") is not { } position) return null;
        var size = designer.Object("size");
        return new DesignerBox(
            position.Number("x") ?? 0, position.Number("y") ?? 0, size?.Number("width") ?? 0, size?.Number("height") ?? 0);
    }
}
