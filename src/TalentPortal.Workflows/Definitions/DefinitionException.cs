namespace TalentPortal.Workflows.Definitions;

/// <summary>A definition was refused; carries every error found, not only the first.</summary>
public sealed class DefinitionException(IReadOnlyList<DefinitionError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>All errors, in the order of the file.</summary>
    public IReadOnlyList<DefinitionError> Errors { get; } = errors;
}
