using Microsoft.Extensions.Localization;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Reviews.Batches;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Api.Batches;

/// <summary>One answer to many tasks.</summary>
/// <param name="Tasks">The tasks, at most 100.</param>
/// <param name="Outcome">One of the outcomes that all their steps know.</param>
/// <param name="Reason">Why; at most 4,000 characters.</param>
internal sealed record BatchRequest(IReadOnlyList<Guid>? Tasks = null, string? Outcome = null, string? Reason = null);

/// <summary>What became of the tasks.</summary>
/// <param name="Rows">A row for each, in the order of the request.</param>
internal sealed record BatchDecided(IReadOnlyList<BatchRowView> Rows);

/// <summary>What became of one task.</summary>
/// <param name="Task">The task.</param>
/// <param name="HttpStatus">The status that deciding it alone would have answered.</param>
/// <param name="Decision">The decision; null where it was refused.</param>
/// <param name="StepOutcome">The step's outcome; null where it was refused, or while others still have to answer.</param>
/// <param name="Status">Where the application stands now; null where it was refused.</param>
/// <param name="Code">Why it was refused, for programs; null where it was not.</param>
/// <param name="Detail">The same for people.</param>
internal sealed record BatchRowView(
    Guid Task, int HttpStatus, Guid? Decision, string? StepOutcome, ApplicationStatus? Status, string? Code, string? Detail)
{
    /// <summary>From a row of the service.</summary>
    public static BatchRowView Of(BatchRow row, IStringLocalizer texts)
    {
        if (!row.Answer.Succeeded)
        {
            var refusal = row.Answer.Refusal;
            return new BatchRowView(row.TaskId, RefusalStatus.Of(refusal), null, null, null, refusal.Key, texts.Of(refusal));
        }

        var receipt = row.Answer.Value;
        return new BatchRowView(row.TaskId, StatusCodes.Status201Created, receipt.DecisionId, receipt.StepOutcome, receipt.Status,
            null, null);
    }
}
