using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Orchestration;

/// <summary>What the engine did in one operation; for administrators, not for the timeline.</summary>
public sealed record JournalRow
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The operation.</summary>
    public required Guid OperationId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The entries, a JSON list.</summary>
    public required string Entries { get; init; }

    internal static SpineTable<JournalRow> Table { get; } = new("workflow_journal", 80,
        new SpineTableOptions { Key = [nameof(CaseId), nameof(OperationId)], Json = [nameof(Entries)], Loaded = false });
}
