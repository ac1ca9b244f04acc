namespace TalentPortal.Core.Reviews;

/// <summary>Who gets a task of a step.</summary>
/// <param name="OrganisationId">The unit.</param>
/// <param name="AssigneeId">The one person who must act; null for the unit's pool.</param>
public sealed record ReviewAssignment(Guid OrganisationId, Guid? AssigneeId);

/// <summary>A step about to open.</summary>
/// <param name="InstanceId">The workflow instance that waits.</param>
/// <param name="BookmarkId">Its bookmark.</param>
/// <param name="ActivityId">The activity of the definition.</param>
/// <param name="Code">The step's code in the guide.</param>
/// <param name="Role">The role that acts.</param>
/// <param name="Policy">How answers make an outcome.</param>
/// <param name="Settings">The rest.</param>
/// <param name="Assignments">Who gets a task.</param>
/// <param name="WorkingDays">Days the step may take; null for no limit.</param>
/// <param name="SilentDays">Days of silence that count as acceptance; null where they don't.</param>
public sealed record ReviewOpening(string InstanceId, string BookmarkId, string ActivityId, string Code, string Role, ReviewPolicy Policy,
    ReviewSettings Settings, IReadOnlyList<ReviewAssignment> Assignments, int? WorkingDays, int? SilentDays = null);
