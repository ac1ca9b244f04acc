namespace TalentPortal.Workflows.Definitions.Reading;

/// <summary>Where in a definition a value is being read.</summary>
internal sealed record ReadPlace(string? ActivityId, string Property, ReadErrors Errors)
{
    public void Error(string message) => Errors.Add(ActivityId, Property, message);
}
