using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Workflows.Tests.Support;

/// <summary>Random flowcharts: branches, joins of every mode, nested ones, loops that end in time.</summary>
internal static class RandomFlow
{
    private const string Condition = "setN(getN() + 1); return getN() % 3 == 0 || getN() > 9;";

    private static readonly string[] Modes = ["WaitAny", "WaitAll", "WaitAllActive"];

    /// <summary>A definition that loads; a draw with an unsound backward connection is drawn again.</summary>
    public static string Create(Random random)
    {
        while (true)
        {
            var counter = 0;
            var json = Json.Definition("random", Flow(random, ref counter, depth: 0), variables: [Json.Variable("n", "Int32", "0")]);
            try
            {
                new DefinitionReader(new ActivityRegistry()).Read(json, "random.json");
                return json;
            }
            catch (DefinitionException exception) when (exception.Errors.All(IsBackward))
            {
                // Drawn again.
            }
        }
    }

    /// <summary>A flowchart without choices: whatever lies after an activity must run once the activity has.</summary>
    public static string CreateWithoutChoices(Random random)
    {
        var count = random.Next(4, 11);
        var activities = Enumerable.Range(0, count).Select(i => random.Next(3) == 0 ? Json.Line($"a{i}") : Json.Event($"a{i}")).ToList();
        var connections = new HashSet<string>(StringComparer.Ordinal);
        for (var to = 1; to < count; to++)
        {
            for (var inbound = random.Next(1, 4); inbound > 0; inbound--) connections.Add($"a{random.Next(to)}>a{to}");
        }

        return Json.Definition("random", Json.Flowchart("f", activities, [.. connections]));
    }

    /// <summary>The activities after one activity, itself included.</summary>
    public static HashSet<string> Downstream(WorkflowDefinition definition, string from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var current))
        {
            foreach (var connection in definition.Root.Connections.Where(connection => connection.Source == current))
            {
                if (seen.Add(connection.Target)) queue.Enqueue(connection.Target);
            }
        }

        return seen;
    }

    public static string Target(WorkflowDefinition definition, Random random)
    {
        var targets = definition.Activities.Where(node => node.CanMoveTo && node.Parent!.Parent is not null).ToList();
        return targets[random.Next(targets.Count)].Id;
    }

    private static bool IsBackward(DefinitionError error) => error.Message.StartsWith("Invalid backward", StringComparison.Ordinal);

    private static JsonObject Flow(Random random, ref int counter, int depth)
    {
        var count = random.Next(3, 9);
        var activities = new List<JsonObject>();
        for (var i = 0; i < count; i++) activities.Add(Node(random, ref counter, depth));
        var connections = new List<string>();
        for (var to = 1; to < count; to++)
        {
            for (var inbound = random.Next(1, 3); inbound > 0; inbound--)
                connections.Add(Connect(activities[random.Next(to)], activities[to], random));
        }

        // Backward connections leave only decisions that come true after a while.
        foreach (var decision in activities.Where(activity => (string?)activity["type"] == "Elsa.FlowDecision").ToList())
        {
            var at = activities.IndexOf(decision);
            if (at > 0 && random.Next(2) == 0) connections.Add($"{Id(decision)}:False>{Id(activities[random.Next(at)])}");
        }

        return Json.Flowchart($"f{++counter}", activities, [.. connections.Distinct(StringComparer.Ordinal)]);
    }

    private static string Connect(JsonObject source, JsonObject target, Random random)
    {
        var port = (string?)source["type"] switch
        {
            "Elsa.FlowDecision" => random.Next(2) == 0 ? "True" : "False",
            "Elsa.FlowFork" => random.Next(2) == 0 ? "l" : "r",
            _ => "Done",
        };
        return $"{Id(source)}:{port}>{Id(target)}";
    }

    private static JsonObject Node(Random random, ref int counter, int depth)
    {
        var id = $"a{++counter}";
        var kind = random.Next(depth < 2 ? 8 : 7);
        return kind switch
        {
            0 or 1 => Json.Event(id),
            2 => Json.Line(id),
            3 => Json.Activity(id, "Elsa.FlowDecision", ("condition", Json.JavaScript(Condition, "Boolean"))),
            4 => Json.Activity(id, "Elsa.FlowFork", ("branches", Json.Input("Object", "[\"l\",\"r\"]", "String[]"))),
            5 or 6 => Json.Activity(id, "Elsa.FlowJoin", ("mode", Json.Literal(Modes[random.Next(Modes.Length)]))),
            _ => Flow(random, ref counter, depth + 1),
        };
    }

    private static string Id(JsonObject activity) => (string)activity["id"]!;
}
