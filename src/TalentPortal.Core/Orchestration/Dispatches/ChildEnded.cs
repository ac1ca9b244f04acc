using TalentPortal.Core.Cases;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Orchestration.Dispatches;

/// <summary>Told, under the parent's lock, of the end of a workflow that was started for another case; may be told twice.</summary>
/// <param name="parent">The case for which it was started.</param>
/// <param name="child">The workflow as it ended.</param>
/// <param name="ct">Cancels.</param>
public delegate Task ChildEnded(CaseWork parent, WorkflowInstance child, CancellationToken ct);
