using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Workflows.Activities;

/// <summary>Tells a container that an activity inside it has completed.</summary>
/// <param name="Node">The activity.</param>
/// <param name="Outcomes">Names of its outcomes; <c>Done</c> when it gave none.</param>
/// <param name="Tag">Tag the container gave when it scheduled the activity, or null.</param>
/// <param name="EnteredBackward">True when a flowchart entered it by a backward connection.</param>
public sealed record ChildCompletion(ActivityNode Node, IReadOnlyList<string> Outcomes, string? Tag, bool EnteredBackward);
