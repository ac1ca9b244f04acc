namespace TalentPortal.Workflows.Definitions.Reading;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class ReadErrors(string file)
{
    private readonly List<DefinitionError> _errors = [];

    public string File { get; } = file;

    public int Count => _errors.Count;

    public void Add(string? activityId, string? property, DefinitionFault fault, params IReadOnlyList<string> arguments) =>
        _errors.Add(DefinitionError.Of(File, activityId, property, fault, arguments));

    public void ThrowIfAny()
    {
        if (_errors.Count > 0) throw new DefinitionException(_errors);
    }
}
