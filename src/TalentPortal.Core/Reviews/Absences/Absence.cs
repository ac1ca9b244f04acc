namespace TalentPortal.Core.Reviews.Absences;

/// <summary>Somebody is away from one day to another, and a colleague stands in.</summary>
public sealed record Absence
{
    /// <summary>Key: the id of the operation that entered it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who is away.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Who stands in.</summary>
    public required Guid StandInId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly ToOn { get; init; }

    /// <summary>The service items that it covers; null means all.</summary>
    public string[]? ServiceItemCodes { get; init; }

    /// <summary>When it was entered, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who entered it: the absent one or a head.</summary>
    public required Guid RecordedBy { get; init; }

    /// <summary>When it was ended before its last day, UTC; null while it was not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who ended it.</summary>
    public Guid? EndedBy { get; init; }

    /// <summary>Whether it holds on a day or will hold later.</summary>
    public bool IsAhead(DateOnly today) => EndedAt is null && ToOn >= today;
}
