using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Handovers;

/// <summary>Whose tasks are handed over.</summary>
/// <param name="UserId">A person; null for a unit.</param>
/// <param name="OrganisationId">A unit; null for a person.</param>
public sealed record HandoverFrom(Guid? UserId, Guid? OrganisationId)
{
    /// <summary>Whether a task is of those.</summary>
    public bool Has(ReviewTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return UserId is { } person ? task.ClaimedBy == person || task.AssigneeId == person : task.OrganisationId == OrganisationId;
    }
}

/// <summary>Who gets them: a person, another unit, or (both null) the pool of the unit where each task lies.</summary>
/// <param name="UserId">A person.</param>
/// <param name="OrganisationId">A unit, whose pool gets them.</param>
public sealed record HandoverTo(Guid? UserId = null, Guid? OrganisationId = null);

/// <summary>A handover.</summary>
/// <param name="From">Whose tasks.</param>
/// <param name="To">Who gets them.</param>
/// <param name="Reason">Why; at most 4,000 characters, kept with each case.</param>
public sealed record Handover(HandoverFrom From, HandoverTo To, string Reason);

/// <summary>What became of one task of a handover.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Answer">Done, or why it stays.</param>
public sealed record HandoverRow(Guid TaskId, Result Answer);
