using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Applications;

/// <summary>What an applicant gets at once.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number, without hyphens.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Tasks">The tasks that wait now.</param>
public sealed record SubmissionReceipt(Guid CaseId, string Number, ApplicationStatus Status, IReadOnlyList<WaitingTask> Tasks);

/// <summary>A task that waits.</summary>
/// <param name="Id">Key.</param>
/// <param name="Step">The step's code.</param>
public sealed record WaitingTask(Guid Id, string Step);

/// <summary>
/// Names the tasks of a case that wait. Reviews give it: applications come before them in the house and do not know them.
/// </summary>
public delegate IReadOnlyList<WaitingTask> WaitingTasksOf(CaseWork work);
