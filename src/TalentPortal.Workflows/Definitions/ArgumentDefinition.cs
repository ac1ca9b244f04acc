namespace TalentPortal.Workflows.Definitions;

/// <summary>A declared input or output of a workflow.</summary>
/// <param name="Name">Name of the argument.</param>
/// <param name="Type">Declared type; an unknown type name counts as Object.</param>
/// <param name="IsPersistent">True when an input is kept after the first burst (it names a storage driver).</param>
/// <param name="DisplayName">Name for people, or null.</param>
public sealed record ArgumentDefinition(string Name, DataType Type, bool IsPersistent, string? DisplayName);
