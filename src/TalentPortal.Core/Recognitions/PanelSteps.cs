using TalentPortal.Core.Reviews;

namespace TalentPortal.Core.Recognitions;

/// <summary>Finds a case's steps.</summary>
internal static class PanelSteps
{
    /// <summary>The step of this code that was closed last; null when none was.</summary>
    public static ReviewStep? LastClosed(this IEnumerable<ReviewStep> steps, string code) =>
        steps.Where(step => step.Code == code && step.Status is ReviewStepStatus.Closed)
            .OrderBy(step => step.ClosedAt).ThenBy(step => step.Id).LastOrDefault();
}
