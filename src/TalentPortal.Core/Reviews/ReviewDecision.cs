using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Core.Reviews;

/// <summary>An officer's answer.</summary>
/// <param name="TaskId">To which task.</param>
/// <param name="Outcome">One of the step's outcomes.</param>
/// <param name="Reason">Why; at most 4,000 characters.</param>
/// <param name="Scores">Points by score item, where the step asks for them.</param>
/// <param name="Gaps">What the applicant is to supply, where the outcome asks for it.</param>
public sealed record ReviewDecision(
    Guid TaskId, string Outcome, string Reason, IReadOnlyDictionary<string, decimal> Scores, IReadOnlyList<SupplementGap> Gaps)
{
    /// <summary>Reads what was entered along with it, given the fields that the answer asks for; null where nothing was.</summary>
    public Func<IEnumerable<FormField>, AnswerBinding>? Fields { get; init; }
}

/// <summary>What became of it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DecisionId">The decision.</param>
/// <param name="StepOutcome">The step's outcome; null while others still have to answer.</param>
/// <param name="Status">Where the application stands now.</param>
public sealed record DecisionReceipt(Guid CaseId, Guid DecisionId, string? StepOutcome, ApplicationStatus Status);
