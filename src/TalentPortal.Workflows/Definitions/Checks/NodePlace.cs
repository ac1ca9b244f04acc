namespace TalentPortal.Workflows.Definitions.Checks;

/// <summary>An activity that is being checked, and where its errors go.</summary>
internal sealed record NodePlace(WorkflowDefinition Definition, ActivityNode Node, List<DefinitionError> Errors)
{
    public void Error(string property, DefinitionFault fault, params IReadOnlyList<string> arguments) =>
        ErrorAt(Node.Id, property, fault, arguments);

    public void ErrorAt(string activityId, string property, DefinitionFault fault, params IReadOnlyList<string> arguments) =>
        Errors.Add(DefinitionError.Of(Definition.FileName, activityId, property, fault, arguments));
}
