namespace TalentPortal.Workflows.Definitions.Checks;

/// <summary>An activity that is being checked, and where its errors go.</summary>
internal sealed record NodePlace(WorkflowDefinition Definition, ActivityNode Node, List<DefinitionError> Errors)
{
    public void Error(string property, string message) => Error(Node.Id, property, message);

    public void Error(string activityId, string property, string message) =>
        Errors.Add(new DefinitionError(Definition.FileName, activityId, property, message));
}
