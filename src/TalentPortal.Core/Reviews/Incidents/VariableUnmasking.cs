using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration.Traces;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Reviews.Incidents;

/// <summary>Why a variable's value was looked at. A code and no free text: the audit holds no personal value.</summary>
public enum VariableReason
{
    /// <summary>To settle an incident.</summary>
    SettleIncident,

    /// <summary>To check a definition.</summary>
    CheckDefinition,

    /// <summary>To answer a question of the office.</summary>
    AnswerOffice,
}

/// <summary>Shows the value of one variable. The audit has it before the reader does.</summary>
public sealed class VariableUnmasking(ProcessTraces traces, AuditStreams audit)
{
    /// <summary>The variable with its value.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="instanceId">Of which instance.</param>
    /// <param name="place">Which variable, as <see cref="VariablePlace"/> names it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<InstanceVariable>> RevealAsync(
        Actor actor, string instanceId, string place, VariableReason reason, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(Permission.RunOperations) || await traces.OfInstanceAsync(instanceId, ct) is not { Running: { } running } trace)
            return new VariableUnknown();
        if (VariablePlace.Find(running, place) is not { } variable) return new VariableUnknown();
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["case"] = trace.Instance.CaseId,
            ["instance"] = instanceId,
            ["variable"] = variable.Name,
            ["reason"] = reason.ToString(),
        };
        await audit.AppendAsync(AuditStream.Unmasking, "VariableUnmasked", operation, facts, ct);
        return variable;
    }
}
