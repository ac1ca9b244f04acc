using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>
/// Adds levels, benefits and kinds of venues to the next version of the catalogue, words them otherwise and retires them: each in the one
/// draft, which somebody else releases.
/// </summary>
public sealed class BenefitEntryChanges(BenefitRuleChanges changes, BenefitCatalogues catalogues, ServiceItems items)
{
    /// <summary>Adds a level or words it otherwise.</summary>
    public Task<Result<RuleChange>> SaveAsync(Actor actor, LevelInput input, BenefitDraft into, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        return WriteAsync(actor, into, (text, history) => input.Apply(text, history), operation, ct);
    }

    /// <summary>Adds a benefit or words it otherwise.</summary>
    public Task<Result<RuleChange>> SaveAsync(Actor actor, BenefitInput input, BenefitDraft into, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        return WriteAsync(actor, into,
            (text, history) => new BenefitReading(input, history, key => items.Find(key) is not null).Apply(text), operation, ct);
    }

    /// <summary>Adds a kind of venue or words it otherwise.</summary>
    public Task<Result<RuleChange>> SaveAsync(
        Actor actor, VenueKindInput input, BenefitDraft into, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        return WriteAsync(actor, into, (text, history) => input.Apply(text, history), operation, ct);
    }

    /// <summary>Retires an entry from the next version on; one that the draft itself adds is taken out of it.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="kind">What the entry is.</param>
    /// <param name="code">Its code.</param>
    /// <param name="movesTo">Of a level: the level that its grounds give from then on; null or empty for none.</param>
    /// <param name="into">The draft.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RuleChange>> RetireAsync(
        Actor actor, BenefitEntryKind kind, string code, string? movesTo, BenefitDraft into, Operation operation, CancellationToken ct) =>
        WriteAsync(actor, into,
            (text, history) =>
                EntryRetiring.Retire(text, history, kind, code, string.IsNullOrEmpty(movesTo) ? null : movesTo), operation, ct);

    /// <summary>Leaves an entry as it was: what the draft says of it is taken out.</summary>
    public Task<Result<RuleChange>> RestoreAsync(
        Actor actor, BenefitEntryKind kind, string code, BenefitDraft into, Operation operation, CancellationToken ct) =>
        WriteAsync(actor, into, (text, history) => EntryRetiring.Restore(text, history, kind, code), operation, ct);

    private Task<Result<RuleChange>> WriteAsync(
        Actor actor, BenefitDraft into, Func<BenefitText, CatalogueHistory, Result<BenefitText>> edit,
        Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(into);
        var newest = changes.Newest.Catalogue;
        // The day and the trust of the draft are of no account for what an entry may say.
        var draft = into.Says ?? new RuleDraft(newest.EffectiveFrom, Provenance.DefaultUnverified, "-", "-");
        return changes.SaveAsync(actor, into, text =>
        {
            if (changes.Then(text, draft) is not { Succeeded: true, Value: var then }) return new RuleOutdated();
            var said = edit(text, new CatalogueHistory(newest, then, [.. catalogues.All.Select(version => version.Catalogue)]));
            if (!said.Succeeded) return said.Refusal;
            var pruned = EntrySteps.Pruned(said.Value, newest, draft);
            return pruned.IsEmpty && !text.IsEmpty ? new BenefitNothingElse() : pruned;
        }, operation, ct);
    }
}
