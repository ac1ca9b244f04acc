using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Batches;

/// <summary>One answer to many tasks.</summary>
/// <param name="TaskIds">The tasks; one that is named twice is answered once.</param>
/// <param name="Outcome">One of the outcomes that all their steps know.</param>
/// <param name="Reason">Why; at most 4,000 characters, the same for each.</param>
public sealed record BatchDecision(IReadOnlyList<Guid> TaskIds, string Outcome, string Reason);

/// <summary>What became of one task of a batch.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Answer">The receipt of its decision, or why it was refused.</param>
public sealed record BatchRow(Guid TaskId, Result<DecisionReceipt> Answer);
