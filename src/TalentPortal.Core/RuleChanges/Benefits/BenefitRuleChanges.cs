using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>Writes the next version of the benefit catalogue as a change of the newest one.</summary>
public sealed class BenefitRuleChanges(BenefitCatalogues catalogues, RuleStore store, PortalTimeZone zone)
{
    /// <summary>The subject of these changes: there is one catalogue.</summary>
    public const string Subject = "benefits";

    /// <summary>The newest version, from which a change starts, whether its day has come or not.</summary>
    public BenefitCatalogueVersion Newest => catalogues.All[^1];

    /// <summary>What of it can be changed.</summary>
    public BenefitSheet Sheet => new(Newest.Catalogue);

    /// <summary>The catalogue as a change would have it.</summary>
    /// <returns>It, or why it cannot be.</returns>
    public Result<BenefitCatalogue> Then(RuleChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var draft = new RuleDraft(change.ValidFrom, change.Provenance, change.Source, change.Reason);
        return BenefitPatch.Apply(Newest.Catalogue, BenefitContent.Steps(change), draft, Newest.Catalogue.Version + 1);
    }

    /// <summary>Begins a draft.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="typed">What was typed, by path; a path that is missing stays as it is.</param>
    /// <param name="draft">From when, on what ground, why.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<RuleChange>> WriteAsync(
        Actor actor, IReadOnlyDictionary<string, string?> typed, RuleDraft draft, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var content = Read(actor, typed, draft);
        if (!content.Succeeded) return content.Refusal;
        return await store.AddAsync(
            RuleChange.Write(RuleChangeKind.BenefitCatalogue, Subject, content.Value, draft, actor.UserId, operation.At), operation, ct);
    }

    /// <summary>Says a draft otherwise.</summary>
    /// <param name="actor">Its author.</param>
    /// <param name="id">The draft.</param>
    /// <param name="revision">The revision that was read.</param>
    /// <param name="typed">What was typed, by path.</param>
    /// <param name="draft">From when, on what ground, why.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RuleChange>> EditAsync(Actor actor, Guid id, int revision, IReadOnlyDictionary<string, string?> typed, RuleDraft draft,
        Operation operation, CancellationToken ct) =>
        store.ChangeAsync(id, "RuleDraftEdited", operation, (change, _) =>
        {
            if (change.Kind is not RuleChangeKind.BenefitCatalogue) return Task.FromResult<Refusal?>(new RuleNotFound());
            var content = Read(actor, typed, draft);
            return Task.FromResult(content.Succeeded ? change.Edit(content.Value, draft, revision, actor.UserId, operation.At) : content.Refusal);
        }, ct);

    private Result<string> Read(Actor actor, IReadOnlyDictionary<string, string?> typed, RuleDraft draft)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(draft);
        if (!actor.Can(Permission.SetParameters)) return new RuleNotPermitted();
        var steps = StepsOf(Sheet, typed);
        if (!steps.Succeeded) return steps.Refusal;
        if (draft.Check(zone.Today) is { } refusal) return refusal;
        if (draft.ValidFrom < Newest.Catalogue.EffectiveFrom) return new BenefitBeforeNewest(Newest.Catalogue.EffectiveFrom);
        if (steps.Value.Count == 0) return new RuleUnchanged();
        var then = BenefitPatch.Apply(Newest.Catalogue, steps.Value, draft, Newest.Catalogue.Version + 1);
        if (!then.Succeeded) return then.Refusal;
        return Contradictions(then.Value) is { Count: > 0 } wrong ? new RuleValuesInvalid(wrong) : BenefitContent.Of(steps.Value);
    }

    private static Result<IReadOnlyDictionary<string, BenefitStep>> StepsOf(BenefitSheet sheet, IReadOnlyDictionary<string, string?> typed)
    {
        var steps = new Dictionary<string, BenefitStep>(StringComparer.Ordinal);
        var refusals = new Dictionary<string, Refusal>(StringComparer.Ordinal);
        foreach (var (path, text) in typed)
        {
            if (!sheet.Leaves.TryGetValue(path, out var leaf)) return new RuleOutdated();
            var value = leaf.Read(text);
            if (!value.Succeeded) refusals[path] = value.Refusal;
            else if (value.Value != leaf.Text) steps[path] = new BenefitStep(leaf.Text, value.Value);
        }

        return refusals.Count > 0 ? new RuleValuesInvalid(refusals) : Result.Of<IReadOnlyDictionary<string, BenefitStep>>(steps);
    }

    /// <summary>What only the whole shows: a benefit that no level gets, days in the wrong order.</summary>
    private static Dictionary<string, Refusal> Contradictions(BenefitCatalogue catalogue)
    {
        var wrong = new Dictionary<string, Refusal>(StringComparer.Ordinal);
        foreach (var benefit in catalogue.Benefits)
        {
            if (benefit.ValidFrom > benefit.ValidTo) wrong[BenefitSheet.BenefitPath(benefit.Code, "to")] = new BenefitDaysReversed();
            if (catalogue.Grants.All(grant => grant.Benefit != benefit.Code))
                wrong[BenefitSheet.GrantPath(benefit.Code, catalogue.Levels[0].Code)] = new BenefitGivenToNobody();
        }

        return wrong;
    }
}
