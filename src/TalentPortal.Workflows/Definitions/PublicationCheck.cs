using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities.Blocks;
using TalentPortal.Workflows.Activities.Flow;
using TalentPortal.Workflows.Activities.Waits;
using TalentPortal.Workflows.Definitions.Checks;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Expressions;

namespace TalentPortal.Workflows.Definitions;

/// <summary>
/// What must hold before a definition is published, beyond being loadable: every outcome leads somewhere, every path ends, and nothing that
/// the file says is silently ignored.
/// </summary>
public static class PublicationCheck
{
    /// <summary>All that speaks against publishing; empty when nothing does.</summary>
    public static IReadOnlyList<DefinitionError> Run(WorkflowDefinition definition, DefinitionCatalog catalog)
    {
        var errors = new List<DefinitionError>();
        var triggers = ClockTrigger.Of(definition);
        foreach (var node in definition.Activities)
        {
            var place = new NodePlace(definition, node, errors);
            if (node.Detail is FlowDetail flow) new FlowCheck(flow, catalog, place).Run();
            CheckInputs(place);
            if (node is { CanStartWorkflow: true, Activity: TimedWait and not Delay } && triggers.All(trigger => trigger.Node != node))
                place.Error("canStartWorkflow", DefinitionFault.StartsByNoMoment);
            if (node.Activity is Fork && Fork.IsWaitAny(node))
                place.Error("joinMode", DefinitionFault.ForkWaitAny);
        }

        return errors;
    }

    private static void CheckInputs(NodePlace place)
    {
        var node = place.Node;
        foreach (var (name, value) in node.Source)
        {
            if (value is not JsonObject json || json.Get("expression") is null) continue;
            var input = node.Inputs.Keys.FirstOrDefault(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase));
            if (input is null) place.Error(name, DefinitionFault.NoSuchInput, node.TypeName);
            else if (json.Get("typeName") is null) place.Error(name, DefinitionFault.InputWithoutType);
        }

        foreach (var (name, binding) in node.Inputs)
        {
            if (binding.Expression is VariableExpression variable && !IsDeclared(place, variable))
                place.Error(name, DefinitionFault.VariableNotDeclared, variable.Name ?? variable.Id);
            if (binding.Expression is InputExpression input && place.Definition.Inputs.All(declared => declared.Name != input.Name))
                place.Error(name, DefinitionFault.WorkflowInputUnknown, input.Name);
        }
    }

    private static bool IsDeclared(NodePlace place, VariableExpression variable)
    {
        for (var around = place.Node.Parent; around is not null; around = around.Parent)
        {
            if (around.Variables.Any(declared => declared.Id == variable.Id || declared.Name == variable.Name)) return true;
            if (around.Activity.IsLoop && variable.Name is "CurrentValue" or "CurrentIndex") return true;
        }

        return place.Definition.Inputs.Any(input => input.Name == variable.Name);
    }
}
