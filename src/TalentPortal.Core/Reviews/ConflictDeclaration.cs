using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Reviews;

/// <summary>What an expert declares before seeing a file: a conflict of interest, or none.</summary>
public sealed record ConflictDeclaration
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The expert's task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>The expert.</summary>
    public required Guid ExpertId { get; init; }

    /// <summary>Whether there is a conflict.</summary>
    public required bool HasConflict { get; init; }

    /// <summary>Which, in the expert's words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset DeclaredAt { get; init; }

    internal static SpineTable<ConflictDeclaration> Table { get; } = new(
        "conflict_declarations", 52, new SpineTableOptions { Audited = true, LoadOrder = "declared_at, id" });
}
