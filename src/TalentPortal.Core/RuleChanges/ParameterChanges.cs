using System.Text.Json;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.RuleChanges;

/// <summary>Writes changes of parameters.</summary>
public sealed class ParameterChanges(ParameterTable parameters, RuleStore store, PortalTimeZone zone)
{
    /// <summary>Begins a draft.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="key">The parameter.</param>
    /// <param name="input">The new value.</param>
    /// <param name="draft">From when, on what ground, why.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<RuleChange>> WriteAsync(
        Actor actor, string key, ParameterInput input, RuleDraft draft, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var content = Read(actor, key, input, draft);
        if (!content.Succeeded) return content.Refusal;
        return await store.AddAsync(
            RuleChange.Write(RuleChangeKind.Parameter, key, content.Value, draft, actor.UserId, operation.At), operation, ct);
    }

    /// <summary>Says a draft otherwise.</summary>
    /// <param name="actor">Its author.</param>
    /// <param name="id">The draft.</param>
    /// <param name="revision">The revision that was read.</param>
    /// <param name="input">The new value.</param>
    /// <param name="draft">From when, on what ground, why.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RuleChange>> EditAsync(
        Actor actor, Guid id, int revision, ParameterInput input, RuleDraft draft, Operation operation, CancellationToken ct) =>
        store.ChangeAsync(id, "RuleDraftEdited", operation, (change, _) =>
        {
            if (change.Kind is not RuleChangeKind.Parameter) return Task.FromResult<Refusal?>(new RuleNotFound());
            var content = Read(actor, change.Subject, input, draft);
            return Task.FromResult(content.Succeeded
                ? change.Edit(content.Value, draft, revision, actor.UserId, operation.At)
                : content.Refusal);
        }, ct);

    private Result<string> Read(Actor actor, string key, ParameterInput input, RuleDraft draft)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(draft);
        if (!actor.Can(Permission.SetParameters)) return new RuleNotPermitted();
        var day = draft.ValidFrom < zone.Today ? zone.Today : draft.ValidFrom;
        if (parameters.Find(key, day) is not { } present) return new RuleNotFound();
        var value = input.Read(present);
        if (!value.Succeeded) return value.Refusal;
        if (draft.Check(zone.Today) is { } refusal) return refusal;
        var says = JsonElement.DeepEquals(value.Value, present.Value);
        return says && present.Provenance == draft.Provenance && present.Source == draft.Source!.Trim()
            ? new RuleUnchanged()
            : RuleContent.OfParameter(value.Value);
    }
}
