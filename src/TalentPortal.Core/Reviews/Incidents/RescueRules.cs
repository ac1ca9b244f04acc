using TalentPortal.Core.Applications;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Reviews.Incidents;

/// <summary>
/// What must hold before something is done with an incident; asked before the confirmation and again under the case's lock.
/// </summary>
public static class RescueRules
{
    /// <summary>Why it can't be done; null when it can.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="running">The workflow that stopped; null when it is over.</param>
    /// <param name="isClosed">Whether the case has its result.</param>
    public static Refusal? WhyNot(RescueRequest request, WorkflowInstance? running, bool isClosed)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Reason)) return new IncidentReasonMissing();
        if (running is null) return request.Deed is IncidentDeed.Retried ? null : new InstanceEnded();
        return request.Deed switch
        {
            IncidentDeed.Skipped => WhyNotSkip(request, running),
            IncidentDeed.VariableSet => WhyNotSet(request, running),
            IncidentDeed.Moved when running.Definition.Find(request.ActivityId) is not { CanMoveTo: true } => new RescueStepUnknown(),
            IncidentDeed.Moved when isClosed => new ApplicationAlreadyClosed(),
            _ => null,
        };
    }

    private static Refusal? WhyNotSkip(RescueRequest request, WorkflowInstance running)
    {
        if (running.Incidents.FirstOrDefault(one => one.Id == request.IncidentId) is not { CanSkip: true } stopped)
            return new IncidentNotSkippable();
        return running.OutcomesOf(stopped).Contains(request.Outcome, StringComparer.Ordinal) ? null : new SkipOutcomeUnknown();
    }

    private static Refusal? WhyNotSet(RescueRequest request, WorkflowInstance running)
    {
        if (VariablePlace.Find(running, request.Variable) is not { } variable) return new VariableUnknown();
        var isSound = request.Value.Length <= RescueRequest.LongestValue && !request.Value.Contains('\0', StringComparison.Ordinal);
        return isSound && VariablePlace.TryRead(request.Value, variable.Type, out _) ? null : new VariableValueWrong(variable.Type.Name);
    }
}
