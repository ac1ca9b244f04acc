using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Batches;

/// <summary>A task that was ticked.</summary>
public sealed record BatchChoice
{
    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Its case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The case's number.</summary>
    public required string Number { get; init; }

    /// <summary>The subject's name, masked; null where the step is anonymous.</summary>
    public required string? SubjectMasked { get; init; }

    /// <summary>Name of the service item.</summary>
    public required LocalizedText ServiceItem { get; init; }

    /// <summary>Name of the step.</summary>
    public required LocalizedText Step { get; init; }

    /// <summary>Why it can't be taken along; null when it can.</summary>
    public required Refusal? WhyNot { get; init; }

    /// <summary>The answers that need nothing of this case alone, in the order of the step's buttons.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>Those of them that need a reason.</summary>
    public required IReadOnlyList<string> ReasonRequired { get; init; }
}

/// <summary>What can be answered at once.</summary>
/// <param name="Rows">The ticked tasks within the reader's reach, in the order of their numbers.</param>
/// <param name="Missing">How many others were named: not there, or not the reader's.</param>
public sealed record BatchView(IReadOnlyList<BatchChoice> Rows, int Missing)
{
    /// <summary>The rows that can be taken along.</summary>
    public IReadOnlyList<BatchChoice> Taken => [.. Rows.Where(row => row.WhyNot is null)];

    /// <summary>The answers that all of them offer.</summary>
    public IReadOnlyList<string> Outcomes => Taken is [var first, ..] and var taken
        ? [.. first.Outcomes.Where(outcome => taken.All(row => row.Outcomes.Contains(outcome, StringComparer.Ordinal)))] : [];

    /// <summary>Those that need a reason in one of them.</summary>
    public IReadOnlyList<string> ReasonRequired =>
        [.. Outcomes.Where(outcome => Taken.Any(row => row.ReasonRequired.Contains(outcome, StringComparer.Ordinal)))];
}
