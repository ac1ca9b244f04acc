using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges.Benefits.Entries;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>Writes the next version of the benefit catalogue as a change of the newest one.</summary>
public sealed class BenefitRuleChanges(BenefitCatalogues catalogues, RuleStore store, AllowanceTerms allowances, PortalTimeZone zone)
{
    /// <summary>The subject of these changes: there is one catalogue.</summary>
    public const string Subject = "benefits";

    /// <summary>The newest version, from which a change starts, whether its day has come or not.</summary>
    public BenefitCatalogueVersion Newest => catalogues.All[^1];

    /// <summary>What can be changed of the newest version.</summary>
    public BenefitSheet Sheet => SheetOf(draft: null);

    /// <summary>What can be changed of it, with the entries of an open draft.</summary>
    /// <param name="draft">The draft; null for none.</param>
    public BenefitSheet SheetOf(RuleChange? draft)
    {
        var entries = draft is null ? BenefitEntries.None : BenefitContent.Read(draft).Entries;
        return new(entries.Fit(Newest.Catalogue)
            ? entries.Over(Newest.Catalogue, draft?.Provenance ?? Newest.Catalogue.Provenance)
            : Newest.Catalogue);
    }

    /// <summary>The catalogue as a change would have it.</summary>
    /// <returns>It, or why it cannot be.</returns>
    public Result<BenefitCatalogue> Then(RuleChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Then(BenefitContent.Read(change), DraftOf(change));
    }

    /// <summary>Begins a draft.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="typed">What was typed, by path; a path that is missing stays as it is.</param>
    /// <param name="draft">From when, on what ground, why.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RuleChange>> WriteAsync(
        Actor actor, IReadOnlyDictionary<string, string?> typed, RuleDraft draft, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return SaveAsync(actor, new BenefitDraft(Change: null, Revision: 0, draft), text => Typed(text, typed, draft), operation, ct);
    }

    /// <summary>Says a draft otherwise.</summary>
    /// <param name="actor">Its author.</param>
    /// <param name="id">The draft.</param>
    /// <param name="revision">The revision that was read.</param>
    /// <param name="typed">What was typed, by path; a path that is missing stays as the draft says.</param>
    /// <param name="draft">From when, on what ground, why.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RuleChange>> EditAsync(
        Actor actor, Guid id, int revision, IReadOnlyDictionary<string, string?> typed, RuleDraft draft,
        Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return SaveAsync(actor, new BenefitDraft(id, revision, draft), text => Typed(text, typed, draft), operation, ct);
    }

    /// <summary>Begins a draft or says one otherwise.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="into">The draft.</param>
    /// <param name="edit">What is to be said, of what the draft says.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Result<RuleChange>> SaveAsync(
        Actor actor, BenefitDraft into, Func<BenefitText, Result<BenefitText>> edit, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(operation);
        if (!actor.Can(Permission.SetParameters)) return new RuleNotPermitted();
        if (into.Change is not { } id)
        {
            var content = Checked(edit(BenefitText.Empty), into.Says!);
            if (!content.Succeeded) return content.Refusal;
            return await store.AddAsync(
                RuleChange.Write(RuleChangeKind.BenefitCatalogue, Subject, content.Value, into.Says!, actor.UserId, operation.At),
                operation, ct);
        }

        return await store.ChangeAsync(id, "RuleDraftEdited", operation, (change, _) =>
        {
            if (change.Kind is not RuleChangeKind.BenefitCatalogue) return Task.FromResult<Refusal?>(new RuleNotFound());
            var says = into.Says ?? DraftOf(change);
            var content = Checked(edit(BenefitContent.Read(change)), says);
            return Task.FromResult(content.Succeeded
                ? change.Edit(content.Value, says, into.Revision, actor.UserId, operation.At)
                : content.Refusal);
        }, ct);
    }

    /// <summary>The newest version as a text would have it.</summary>
    internal Result<BenefitCatalogue> Then(BenefitText text, RuleDraft draft) =>
        BenefitPatch.Apply(Newest.Catalogue, text, draft, Newest.Catalogue.Version + 1);

    private static RuleDraft DraftOf(RuleChange change) => new(change.ValidFrom, change.Provenance, change.Source, change.Reason);

    private Result<BenefitText> Typed(BenefitText text, IReadOnlyDictionary<string, string?> typed, RuleDraft draft)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (!text.Entries.Fit(Newest.Catalogue)) return new RuleOutdated();
        var steps = StepsOf(new BenefitSheet(text.Entries.Over(Newest.Catalogue, draft.Provenance)), typed, text.Steps);
        return steps.Succeeded ? text with { Steps = steps.Value } : steps.Refusal;
    }

    private Result<string> Checked(Result<BenefitText> text, RuleDraft draft)
    {
        if (!text.Succeeded) return text.Refusal;
        if (draft.Check(zone.Today) is { } refusal) return refusal;
        if (draft.ValidFrom < Newest.Catalogue.EffectiveFrom) return new BenefitBeforeNewest(Newest.Catalogue.EffectiveFrom);
        if (text.Value.IsEmpty) return new RuleUnchanged();
        var then = Then(text.Value, draft);
        if (!then.Succeeded) return then.Refusal;
        var wrong = Contradictions(then.Value);
        var highest = allowances.HighestPayment(draft.ValidFrom);
        foreach (var path in Beyond(highest, text.Value, then.Value)) wrong[path] = new RuleValueTooLarge(highest);
        if (wrong.Count > 0) return new RuleValuesInvalid(wrong);
        if (then.Value.Bases.Count == 0) return new BenefitNoGround();
        return BenefitCatalogueReader.Problems(then.Value).Any() ? new RuleOutdated() : BenefitContent.Of(text.Value);
    }

    private static Result<IReadOnlyDictionary<string, BenefitStep>> StepsOf(
        BenefitSheet sheet, IReadOnlyDictionary<string, string?> typed, IReadOnlyDictionary<string, BenefitStep> before)
    {
        var steps = before.Where(one => sheet.Leaves.ContainsKey(one.Key)).ToDictionary(StringComparer.Ordinal);
        var refusals = new Dictionary<string, Refusal>(StringComparer.Ordinal);
        foreach (var (path, text) in typed)
        {
            if (!sheet.Leaves.TryGetValue(path, out var leaf)) return new RuleOutdated();
            var value = leaf.Read(text);
            steps.Remove(path);
            if (!value.Succeeded) refusals[path] = value.Refusal;
            else if (value.Value != leaf.Text) steps[path] = new BenefitStep(leaf.Text, value.Value);
        }

        return refusals.Count > 0 ? new RuleValuesInvalid(refusals) : Result.Of<IReadOnlyDictionary<string, BenefitStep>>(steps);
    }

    /// <summary>What is written of allowances beyond the highest single payment: each instalment of it would be held.</summary>
    private static IEnumerable<string> Beyond(decimal highest, BenefitText text, BenefitCatalogue then) =>
        from benefit in then.Benefits
        where benefit.Kind is BenefitKind.Allowance
        from level in then.Levels
        let path = BenefitSheet.GrantPath(benefit.Code, level.Code)
        where text.Steps.ContainsKey(path) && then.FindGrant(benefit.Code, level.Code)?.Value > highest
        select path;

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
