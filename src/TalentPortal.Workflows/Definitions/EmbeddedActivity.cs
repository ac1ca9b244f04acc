namespace TalentPortal.Workflows.Definitions;

/// <summary>An activity that sits inside another one.</summary>
/// <param name="Port">Port it sits in, such as <c>body</c>, <c>then</c> or <c>activities</c>.</param>
/// <param name="Node">The activity.</param>
public sealed record EmbeddedActivity(string Port, ActivityNode Node);
