using TalentPortal.Core.Accounts;
using TalentPortal.Core.Reviews;

namespace TalentPortal.Core.Recognitions;

/// <summary>Finds a case's sittings of the panel.</summary>
internal static class PanelSteps
{
    /// <summary>
    /// The last sitting of this code that is over; null when there was none. What belongs to the same step of the guide without being a
    /// sitting, a discussion or a site visit, is not meant.
    /// </summary>
    public static ReviewStep? LastSitting(this IEnumerable<ReviewStep> steps, string code) =>
        steps.Where(step => step.Code == code && step.Role == nameof(PortalRole.Expert) && step.Status is ReviewStepStatus.Closed)
            .OrderBy(step => step.ClosedAt).ThenBy(step => step.Id).LastOrDefault();
}
