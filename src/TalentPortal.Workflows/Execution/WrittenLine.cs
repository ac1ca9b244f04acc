namespace TalentPortal.Workflows.Execution;

/// <summary>A line that an activity wrote.</summary>
/// <param name="InstanceId">Instance.</param>
/// <param name="ActivityId">Activity.</param>
/// <param name="Text">The line.</param>
public sealed record WrittenLine(string InstanceId, string ActivityId, string Text);
