using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Recognitions;

/// <summary>The score of one sitting of a panel, or of a correction of it, kept as it was shown to those who decided.</summary>
public sealed record CompiledScore
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The step whose answers it comes from: the panel's, or that of the last correction.</summary>
    public required Guid StepId { get; init; }

    /// <summary>The panel's mean with what was corrected.</summary>
    public required decimal Total { get; init; }

    /// <summary>The level it reaches; null when none.</summary>
    public string? Level { get; init; }

    /// <summary>Whether the experts were so far apart that they had to talk.</summary>
    public required bool NeedsDiscussion { get; init; }

    /// <summary>The trace (<see cref="RecognitionScore"/>), letter by letter.</summary>
    public required string Trace { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset CompiledAt { get; init; }

    internal static SpineTable<CompiledScore> Table { get; } =
        new("compiled_scores", 61, new SpineTableOptions { Json = [nameof(Trace)], Audited = true, LoadOrder = "compiled_at, id" });
}
