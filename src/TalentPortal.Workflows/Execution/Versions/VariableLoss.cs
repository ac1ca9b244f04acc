namespace TalentPortal.Workflows.Execution.Versions;

/// <summary>A value that an instance has and that another version would not keep as it is.</summary>
/// <param name="Name">The variable.</param>
/// <param name="IsDropped">True when the other version has no such variable; false when it converts the value to another type.</param>
public sealed record VariableLoss(string Name, bool IsDropped);
