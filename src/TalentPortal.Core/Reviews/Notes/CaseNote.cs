using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Reviews.Notes;

/// <summary>A note that officers leave each other on a case. Append-only; no applicant reads it, not even one who is an officer.</summary>
public sealed record CaseNote
{
    /// <summary>Most characters of a note.</summary>
    public const int LongestText = 2000;

    /// <summary>Most colleagues that one note mentions.</summary>
    public const int MostMentioned = 10;

    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>The words; 1 to 2,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The colleagues whose attention it asks for; at most ten.</summary>
    public Guid[] Mentioned { get; init; } = [];

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    internal static SpineTable<CaseNote> Table { get; } = new("case_notes", 57, new SpineTableOptions { Loaded = false });
}
