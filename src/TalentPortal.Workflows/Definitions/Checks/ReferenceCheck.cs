using TalentPortal.Workflows.Activities.Composition;
using TalentPortal.Workflows.Definitions.Reading;

namespace TalentPortal.Workflows.Definitions.Checks;

/// <summary>Checks what definitions say of one another: that what they run exists, and that none contains itself.</summary>
internal static class ReferenceCheck
{
    private const string ExecuteTarget = "workflowDefinitionId";

    public static void Run(DefinitionCatalog catalog)
    {
        var errors = new List<DefinitionError>();
        foreach (var definition in catalog.Definitions)
        {
            foreach (var node in definition.Activities) CheckNode(catalog, definition, node, errors);
            if (Contains(catalog, definition, definition, []))
                errors.Add(DefinitionError.Of(definition.FileName, null, "root", DefinitionFault.ContainsItself));
        }

        if (errors.Count > 0) throw new DefinitionException(errors);
    }

    private static void CheckNode(DefinitionCatalog catalog, WorkflowDefinition definition, ActivityNode node, List<DefinitionError> errors)
    {
        if (node.Reference is { } reference && catalog.Resolve(reference) is null)
        {
            var name = reference.DefinitionId ?? reference.VersionId ?? reference.TypeName;
            errors.Add(DefinitionError.Of(definition.FileName, node.Id, ExecuteTarget, DefinitionFault.DefinitionUnknown, name));
        }

        if (node.Activity is not (ExecuteWorkflow or DispatchWorkflow) || JsonAccess.AsText(node.LiteralInput(ExecuteTarget)) is not { } id)
            return;
        if (catalog.FindPublished(id) is null)
            errors.Add(DefinitionError.Of(definition.FileName, node.Id, ExecuteTarget, DefinitionFault.DefinitionNotPublished, id));
    }

    private static bool Contains(DefinitionCatalog catalog, WorkflowDefinition where, WorkflowDefinition what, HashSet<string> seen)
    {
        foreach (var node in where.Activities)
        {
            if (node.Reference is null || catalog.Resolve(node.Reference) is not { } inner) continue;
            if (inner.Id == what.Id) return true;
            if (seen.Add(inner.Id) && Contains(catalog, inner, what, seen)) return true;
        }

        return false;
    }
}
