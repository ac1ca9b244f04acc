using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Recognitions.Life.FollowUps;

/// <summary>
/// A line of what follows, as it was planned with the change of the recognition. How far it is, its job says. Never changed.
/// </summary>
public sealed record PlannedFollowUp
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The recognition's own case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The recognition.</summary>
    public required Guid RecognitionId { get; init; }

    /// <summary>What it became.</summary>
    public required RecognitionStatus Becomes { get; init; }

    /// <summary>Its place among the lines.</summary>
    public required int Place { get; init; }

    /// <summary>The job that carries it out.</summary>
    public required Guid JobId { get; init; }

    /// <summary>The case in which that happens; null for what comes with another line.</summary>
    public Guid? TargetCaseId { get; init; }

    /// <summary>What it concerns, in Chinese.</summary>
    public required string SubjectZh { get; init; }

    /// <summary>What it concerns, in English.</summary>
    public required string SubjectEn { get; init; }

    /// <summary>What happens to it, in Chinese.</summary>
    public required string ConsequenceZh { get; init; }

    /// <summary>What happens to it, in English.</summary>
    public required string ConsequenceEn { get; init; }

    /// <summary>The case that decided; null for the recognition's own.</summary>
    public Guid? ByCaseId { get; init; }

    /// <summary>When it was planned, UTC.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    internal static SpineTable<PlannedFollowUp> Table { get; } =
        new("recognition_follow_ups", 65, new SpineTableOptions { Loaded = false });
}
