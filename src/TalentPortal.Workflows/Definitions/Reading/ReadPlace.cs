namespace TalentPortal.Workflows.Definitions.Reading;

/// <summary>Where in a definition a value is being read.</summary>
internal sealed record ReadPlace(string? ActivityId, string Property, ReadErrors Errors)
{
    public void Error(DefinitionFault fault, params IReadOnlyList<string> arguments) => Errors.Add(ActivityId, Property, fault, arguments);
}
