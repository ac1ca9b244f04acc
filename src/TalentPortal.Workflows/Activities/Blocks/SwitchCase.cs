using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Execution.State;
using TalentPortal.Workflows.Expressions;

namespace TalentPortal.Workflows.Activities.Blocks;

/// <summary>A case of Switch or FlowSwitch.</summary>
internal sealed record SwitchCase(string Label, Expression? Condition, ActivityNode? Activity)
{
    public static ActivityInput Mode { get; } =
        new("mode", DataType.Choice("MatchFirst", "MatchAny")) { Default = JsonValue.Create("MatchFirst") };

    public static List<SwitchCase> Read(DetailReader reader)
    {
        var cases = new List<SwitchCase>();
        foreach (var item in reader.Items("cases"))
        {
            if (item is not JsonObject json || json.Text("label") is not { } label)
            {
                reader.Error("cases", DefinitionFault.CaseWithoutLabel);
                continue;
            }

            var condition = reader.Expression(json.Get("condition"), DataType.Boolean, $"cases[{label}].condition");
            cases.Add(new SwitchCase(label, condition, reader.Child(json.Get("activity"), $"cases[{label}]")));
        }

        return cases;
    }

    public static List<SwitchCase> Matching(ActivityContext context)
    {
        var isFirst = context.Input<string>("mode") == "MatchFirst";
        var matching = new List<SwitchCase>();
        foreach (var candidate in (List<SwitchCase>)context.Node.Detail!)
        {
            if (!StateJson.To<bool>(context.Evaluate(candidate.Condition, DataType.Boolean))) continue;
            matching.Add(candidate);
            if (isFirst) break;
        }

        return matching;
    }
}
