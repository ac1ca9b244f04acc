using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>What a case about a recognition is for.</summary>
public enum RecognitionMatterKind
{
    /// <summary>The yearly check.</summary>
    AnnualCheck,

    /// <summary>An office proposes to take it away.</summary>
    Revocation,

    /// <summary>Its holder gives it back.</summary>
    Return,
}

/// <summary>How a case about a recognition ended.</summary>
public enum RecognitionMatterResult
{
    /// <summary>The check was passed.</summary>
    Passed,

    /// <summary>The check found that it no longer holds.</summary>
    Lapsed,

    /// <summary>It is taken away, or given back.</summary>
    Revoked,

    /// <summary>It stays.</summary>
    Kept,
}

/// <summary>Which recognition a case is about, what its holder was asked and said, and how it ended. It shares the case's key.</summary>
public sealed record RecognitionMatter
{
    /// <summary>Key, shared with the case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The recognition.</summary>
    public required Guid RecognitionId { get; init; }

    /// <summary>What it is for.</summary>
    public required RecognitionMatterKind Kind { get; init; }

    /// <summary>The year of a check; null elsewhere.</summary>
    public int? Year { get; init; }

    /// <summary>Code of <c>revocation-reasons</c>; null for a check.</summary>
    public string? Reason { get; init; }

    /// <summary>The officer who opened it; null for the holder.</summary>
    public Guid? OpenedBy { get; init; }

    /// <summary>The workflow's wait for the holder; null when none is open.</summary>
    public string? BookmarkId { get; init; }

    /// <summary>When the holder was asked, UTC; null while nobody did.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Last day on which the holder may answer.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>What the holder said; null for nothing.</summary>
    public string? Statement { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? StatedAt { get; init; }

    /// <summary>Yuan to be paid back, as decided; null before, and where nothing is.</summary>
    public decimal? Amount { get; init; }

    /// <summary>How it ended; null before.</summary>
    public RecognitionMatterResult? Result { get; init; }

    internal static SpineTable<RecognitionMatter> Table { get; } =
        new("recognition_matters", 64, new SpineTableOptions { Key = [nameof(CaseId)], Audited = true });

    /// <summary>Whether the holder is asked and may still answer.</summary>
    public bool AwaitsHolder => BookmarkId is not null && Result is null;
}
