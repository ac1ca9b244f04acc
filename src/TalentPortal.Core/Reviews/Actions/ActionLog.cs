using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>Writes down what was done and tells those whom it concerns.</summary>
public sealed class ActionLog(PortalTimeZone zone)
{
    /// <summary>Adds the action to the case and its id to the audit.</summary>
    public CaseAction Add(CaseWork work, CaseActionKind kind, Guid byUserId, string reason, ReviewTask? task = null,
        Guid? toUserId = null, Guid? toOrganisationId = null, string? step = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        var action = work.Rows<CaseAction>().Add(new CaseAction
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            TaskId = task?.Id,
            Kind = kind,
            ByUserId = byUserId,
            ToUserId = toUserId,
            ToOrganisationId = toOrganisationId,
            Step = step,
            Reason = reason,
            ActedOn = zone.DateOf(work.Now),
            ActedAt = work.Now,
        });
        work.Record(kind.ToString(), ("action", action.Id), ("task", task?.Id), ("step", step ?? task?.StepCode), ("to", toUserId),
            ("unit", toOrganisationId));
        return action;
    }

    /// <summary>Adds a message to an officer.</summary>
    public static void Tell(CaseWork work, Guid userId, string template)
    {
        ArgumentNullException.ThrowIfNull(work);
        work.Rows<OutboxMessage>().Add(OutboxMessage.To(userId, template, work.Now, work.CaseId, "{}"));
    }

    /// <summary>A reason without what no database takes; a refusal where it is missing or too long.</summary>
    public static Result<string> Reason(string? given, bool isRequired = true)
    {
        var reason = AnswerText.Clean(given ?? "", keepLines: true);
        if (reason.Length > DecisionRules.LongestReason) return new ReasonTooLong(DecisionRules.LongestReason);
        return isRequired && string.IsNullOrWhiteSpace(reason) ? new ReasonMissing() : reason;
    }
}
