using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Concerns;

/// <summary>Why an answer to a task cannot stand, for a reason that reviews do not know of; null when it can. Outcomes give it.</summary>
/// <param name="work">The locked case.</param>
/// <param name="task">The task.</param>
/// <param name="settings">What the step allows.</param>
/// <param name="outcome">The answer.</param>
/// <param name="ct">Cancels.</param>
public delegate ValueTask<Refusal?> DecisionBar(
    CaseWork work, ReviewTask task, ReviewSettings settings, string outcome, CancellationToken ct);
