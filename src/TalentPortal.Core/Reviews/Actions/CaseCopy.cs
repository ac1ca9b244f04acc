using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>A case copied to somebody, who may read it from then on.</summary>
public sealed record CaseCopy
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Who may read it.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Who copied it.</summary>
    public required Guid CopiedBy { get; init; }

    /// <summary>A word with it; at most 1,000 characters.</summary>
    public string Note { get; init; } = "";

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset CopiedAt { get; init; }

    internal static SpineTable<CaseCopy> Table { get; } = new("case_copies", 56, new SpineTableOptions { Loaded = false });
}
