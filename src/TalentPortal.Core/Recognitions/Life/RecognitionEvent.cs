using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>What happens to a recognition.</summary>
public enum RecognitionEventKind
{
    /// <summary>Issued for the first time.</summary>
    Issued,

    /// <summary>Issued at a higher level than the one before.</summary>
    Upgraded,

    /// <summary>Issued again, for a further time.</summary>
    Renewed,

    /// <summary>A yearly check was passed.</summary>
    CheckPassed,

    /// <summary>A yearly check was missed.</summary>
    CheckMissed,

    /// <summary>Put aside for a time.</summary>
    Suspended,

    /// <summary>Counts again.</summary>
    Resumed,

    /// <summary>Ended: checks were missed or not passed.</summary>
    Lapsed,

    /// <summary>Ended: taken away, or given back.</summary>
    Revoked,

    /// <summary>Ended: a later one took its place.</summary>
    Superseded,
}

/// <summary>One line of a recognition's life, kept in its own case; it names the case that decided it. Never changed.</summary>
public sealed record RecognitionEvent
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The recognition's own case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The recognition.</summary>
    public required Guid RecognitionId { get; init; }

    /// <summary>What happened.</summary>
    public required RecognitionEventKind Kind { get; init; }

    /// <summary>From which local day it counts.</summary>
    public required DateOnly HappenedOn { get; init; }

    /// <summary>The year of a check; null elsewhere.</summary>
    public int? Year { get; init; }

    /// <summary>Code of <c>revocation-reasons</c>; null where there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>What the office writes to it.</summary>
    public string Note { get; init; } = "";

    /// <summary>Yuan to be paid back; null where nothing was decided.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The case that decided it; null for the recognition's own.</summary>
    public Guid? ByCaseId { get; init; }

    /// <summary>Who decided; null for the portal.</summary>
    public Guid? ByUserId { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    internal static SpineTable<RecognitionEvent> Table { get; } =
        new("recognition_events", 63, new SpineTableOptions { Audited = true, Loaded = false });
}
