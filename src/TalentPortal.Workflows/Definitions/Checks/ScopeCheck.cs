using TalentPortal.Workflows.Activities.Primitives;
using TalentPortal.Workflows.Definitions.Reading;

namespace TalentPortal.Workflows.Definitions.Checks;

/// <summary>Checks what needs the whole tree: that variables which are set are declared around the activity.</summary>
internal static class ScopeCheck
{
    public static void Run(ActivityNode scope, IReadOnlyList<ArgumentDefinition> inputs, ReadErrors errors)
    {
        foreach (var node in scope.Flatten())
        {
            if (node.Detail is not SetVariable.Target { VariableId.Length: > 0 } target || IsDeclared(node, target.VariableId)) continue;
            if (inputs.Any(input => input.Name == target.VariableId)) continue;
            errors.Add(node.Id, "variable", DefinitionFault.VariableNotDeclared, target.VariableId);
        }
    }

    private static bool IsDeclared(ActivityNode node, string variableId)
    {
        for (var around = node.Parent; around is not null; around = around.Parent)
        {
            if (around.Variables.Any(variable => variable.Id == variableId)) return true;
        }

        return false;
    }
}
