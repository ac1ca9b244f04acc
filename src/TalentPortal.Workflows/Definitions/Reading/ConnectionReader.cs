using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Definitions.Reading;

/// <summary>Reads the connections of a flowchart in today's form and in the older one with flat properties.</summary>
internal static class ConnectionReader
{
    private const string Property = "connections";

    public static List<ConnectionDefinition> Read(DetailReader reader, IReadOnlySet<string> known)
    {
        var connections = new List<ConnectionDefinition>();
        foreach (var item in reader.Items(Property))
        {
            if (item is not JsonObject json)
            {
                reader.Error(Property, DefinitionFault.ConnectionNotAnObject);
                continue;
            }

            var (source, sourcePort) = End(json, "source", "sourcePort");
            var (target, targetPort) = End(json, "target", "targetPort");
            if (IsKnown(reader, known, source, "source") & IsKnown(reader, known, target, "target"))
                connections.Add(new ConnectionDefinition(source!, sourcePort, target!, targetPort, Vertices(json)));
        }

        return connections;
    }

    private static (string? Activity, string? Port) End(JsonObject json, string name, string portName)
    {
        var (activity, port) = json.Get(name) is JsonObject end
            ? (end.Text("activity"), end.Text("port"))
            : (json.Text(name), json.Text(portName));
        return (activity, string.IsNullOrEmpty(port) ? null : port);
    }

    private static bool IsKnown(DetailReader reader, IReadOnlySet<string> known, string? activity, string end)
    {
        if (activity is not null && known.Contains(activity)) return true;
        reader.Error(Property, DefinitionFault.DanglingConnection, end, activity ?? "");
        return false;
    }

    private static List<DesignerPoint> Vertices(JsonObject json) =>
    [
        .. (JsonAccess.Items(json.Get("vertices")) ?? []).OfType<JsonObject>()
            .Select(point => new DesignerPoint(point.Number("x") ?? 0, point.Number("y") ?? 0)),
    ];
}
