namespace TalentPortal.Workflows.Activities;

/// <summary>Declares a property that holds an embedded activity, or a list of them.</summary>
/// <param name="Name">JSON property, camel case.</param>
/// <param name="IsList">True when it holds a list.</param>
public sealed record ActivityPort(string Name, bool IsList = false);
