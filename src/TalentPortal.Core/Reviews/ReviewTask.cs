using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews;

/// <summary>The state of a task.</summary>
public enum ReviewTaskStatus
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>Anyone of the unit may take it, or the assignee must.</summary>
    Open,

    /// <summary>Somebody works on it.</summary>
    Claimed,

    /// <summary>Answered.</summary>
    Closed,

    /// <summary>No longer needed.</summary>
    Cancelled,
}

/// <summary>One person's or unit's share of a review step.</summary>
public sealed record ReviewTask
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The step.</summary>
    public required Guid StepId { get; init; }

    /// <summary>The step's code, kept here for the inbox.</summary>
    public required string StepCode { get; init; }

    /// <summary>The service item, kept here for the inbox and the scope of rights.</summary>
    public required string ServiceItemCode { get; init; }

    /// <summary>The role that acts.</summary>
    public required string Role { get; init; }

    /// <summary>The unit that acts.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The town that checks the application, as it was handed in; null where none does.</summary>
    public Guid? TownId { get; init; }

    /// <summary>The one person who must act; null for the unit's pool.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>What it is for.</summary>
    public ReviewTaskKind Kind { get; init; }

    /// <summary>The task for which it was added; null for those that the definition asks for.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Who added it; null for those that the definition asks for.</summary>
    public Guid? AskedBy { get; init; }

    /// <summary>Who passed it on, in order; nobody gets it a second time from a colleague.</summary>
    public Guid[] PassedOnBy { get; init; } = [];

    /// <summary>Order within the step.</summary>
    public int Position { get; init; }

    /// <summary>Its state.</summary>
    public ReviewTaskStatus Status { get; init; } = ReviewTaskStatus.Open;

    /// <summary>Who took it.</summary>
    public Guid? ClaimedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>Who answered.</summary>
    public Guid? ClosedBy { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>By when.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Whether the clock stands still.</summary>
    public bool Paused { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts changes; of the task and not of the case, so that parallel reviewers do not collide.</summary>
    public int Revision { get; init; }

    internal static SpineTable<ReviewTask> Table { get; } = new(
        "review_tasks", 42, new SpineTableOptions { Revision = nameof(Revision), LoadOrder = "created_at, id" });

    /// <summary>Whether somebody can still act on it.</summary>
    public bool IsOpen => Status is ReviewTaskStatus.Open or ReviewTaskStatus.Claimed;

    /// <summary>Whether it is neither answered nor dropped.</summary>
    public bool IsUnanswered => Status is not (ReviewTaskStatus.Closed or ReviewTaskStatus.Cancelled);

    /// <summary>An officer takes it out of the pool.</summary>
    /// <param name="officerId">Who.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="mayTakeOver">Whether who holds it now can't act on it: absent, or without the right by now.</param>
    public Result<ReviewTask> Claim(Guid officerId, DateTimeOffset at, bool mayTakeOver = false) => Status switch
    {
        ReviewTaskStatus.Claimed when ClaimedBy == officerId => this,
        ReviewTaskStatus.Claimed when !mayTakeOver => new TaskClaimedByOther(ClaimedBy!.Value),
        ReviewTaskStatus.Open or ReviewTaskStatus.Claimed =>
            this with { Status = ReviewTaskStatus.Claimed, ClaimedBy = officerId, ClaimedAt = at },
        _ => new TaskNotOpen(),
    };

    /// <summary>Gives it to one person, who finds it among the own tasks.</summary>
    /// <param name="fromId">Who passes it on.</param>
    /// <param name="toId">Who gets it.</param>
    public ReviewTask PassTo(Guid fromId, Guid toId) => this with
    {
        Status = ReviewTaskStatus.Open,
        AssigneeId = toId,
        ClaimedBy = null,
        ClaimedAt = null,
        PassedOnBy = [.. PassedOnBy, fromId],
    };

    /// <summary>Waits until somebody else has been heard; its holder stays.</summary>
    public ReviewTask Wait() => this with { Status = ReviewTaskStatus.Waiting };

    /// <summary>Goes on where it was before it waited.</summary>
    public ReviewTask GoOn() => this with { Status = ClaimedBy is null ? ReviewTaskStatus.Open : ReviewTaskStatus.Claimed };

    /// <summary>The task as held by whoever stands in for its absent holder; else as it is.</summary>
    public ReviewTask HeldBy(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Status is ReviewTaskStatus.Claimed && ClaimedBy is { } holder && actor.StandsInFor(holder, this)
            ? this with { ClaimedBy = actor.UserId }
            : this;
    }

    /// <summary>Without its holder: whoever it is assigned to by name, else the unit's pool, has it again.</summary>
    public ReviewTask GiveBack() => this with
    {
        Status = Status is ReviewTaskStatus.Claimed ? ReviewTaskStatus.Open : Status,
        ClaimedBy = null,
        ClaimedAt = null,
    };

    /// <summary>Goes to somebody else for good, or to a unit's pool; one that waits goes on waiting.</summary>
    /// <param name="userId">Who gets it; null for the pool.</param>
    /// <param name="organisationId">The unit that acts from now on.</param>
    public ReviewTask HandTo(Guid? userId, Guid organisationId) => GiveBack() with { AssigneeId = userId, OrganisationId = organisationId };

    /// <summary>Its holder puts it back.</summary>
    public Result<ReviewTask> Release(Guid officerId)
    {
        if (Status is not ReviewTaskStatus.Claimed) return new TaskNotOpen();
        if (ClaimedBy != officerId) return new TaskClaimedByOther(ClaimedBy!.Value);
        return this with { Status = ReviewTaskStatus.Open, ClaimedBy = null, ClaimedAt = null };
    }

    /// <summary>Closes it with an answer.</summary>
    public Result<ReviewTask> Close(Guid officerId, DateTimeOffset at)
    {
        if (Status is ReviewTaskStatus.Closed) return new AlreadyDecided(ClosedBy!.Value, ClosedAt!.Value);
        if (!IsOpen) return new TaskNotOpen();
        if (Status is ReviewTaskStatus.Claimed && ClaimedBy != officerId) return new TaskClaimedByOther(ClaimedBy!.Value);
        return this with { Status = ReviewTaskStatus.Closed, ClosedBy = officerId, ClosedAt = at };
    }

    /// <summary>Ends it because nobody needs it any more.</summary>
    public ReviewTask Cancel(DateTimeOffset at) =>
        Status is ReviewTaskStatus.Closed or ReviewTaskStatus.Cancelled ? this
            : this with { Status = ReviewTaskStatus.Cancelled, ClosedAt = at };
}
