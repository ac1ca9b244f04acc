using System.Text.Json.Nodes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Reading;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges.Sheets;
using TalentPortal.Core.Standards.Codes;

namespace TalentPortal.Core.RuleChanges;

/// <summary>Writes changes of the score table and the conditions of a service item.</summary>
public sealed class ItemRuleChanges(
    ServiceItems items, ItemContents contents, ServiceItemReader reader, CodeTables tables, RuleStore store, PortalTimeZone zone)
{
    /// <summary>What can be changed of an item; null when there is no such item.</summary>
    public async Task<RuleSheet?> SheetAsync(string code, CancellationToken ct) =>
        items.Find(code) is { } version && await contents.NewestAsync(version.Item.Code, ct) is { } content
            ? new RuleSheet(version.Item, content, tables)
            : null;

    /// <summary>What a change of an item's rules sets, by path.</summary>
    public static IReadOnlyDictionary<string, RuleStep> Steps(RuleChange change) => RuleContent.Set(change);

    /// <summary>Begins a draft.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="code">Code of the item.</param>
    /// <param name="typed">What was typed, by path; a path that is missing stays as it is.</param>
    /// <param name="draft">From when, on what ground, why.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<RuleChange>> WriteAsync(
        Actor actor, string code, IReadOnlyDictionary<string, string?> typed, RuleDraft draft, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var content = await ReadAsync(actor, code, typed, draft, ct);
        if (!content.Succeeded) return content.Refusal;
        return await store.AddAsync(
            RuleChange.Write(RuleChangeKind.ServiceItem, code, content.Value, draft, actor.UserId, operation.At), operation, ct);
    }

    /// <summary>Says a draft otherwise.</summary>
    /// <param name="actor">Its author.</param>
    /// <param name="id">The draft.</param>
    /// <param name="revision">The revision that was read.</param>
    /// <param name="typed">What was typed, by path.</param>
    /// <param name="draft">From when, on what ground, why.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RuleChange>> EditAsync(
        Actor actor, Guid id, int revision, IReadOnlyDictionary<string, string?> typed, RuleDraft draft,
        Operation operation, CancellationToken ct) =>
        store.ChangeAsync(id, "RuleDraftEdited", operation, async (change, _) =>
        {
            if (change.Kind is not RuleChangeKind.ServiceItem) return new RuleNotFound();
            var content = await ReadAsync(actor, change.Subject, typed, draft, ct);
            return content.Succeeded ? change.Edit(content.Value, draft, revision, actor.UserId, operation.At) : content.Refusal;
        }, ct);

    private async Task<Result<string>> ReadAsync(
        Actor actor, string code, IReadOnlyDictionary<string, string?> typed, RuleDraft draft, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(draft);
        if (!actor.Can(Permission.SetParameters)) return new RuleNotPermitted();
        if (items.Find(code) is not { } version || await contents.NewestAsync(code, ct) is not { } content) return new RuleNotFound();
        var sheet = new RuleSheet(version.Item, content, tables);
        var steps = StepsOf(sheet, typed);
        if (!steps.Succeeded) return steps.Refusal;
        if (draft.Check(zone.Today) is { } refusal) return refusal;
        if (steps.Value.Count == 0) return new RuleUnchanged();
        RulePatch.Apply(content, steps.Value, draft.ValidFrom);
        var reading = reader.Read(content.ToJsonString(), version.Item.Key + ".json");
        if (reading.Item is not { } after) return new ServiceItemUnreadable([.. reading.Errors.Select(error => error.ToString())]);
        return AboveCaps(after) is { Count: > 0 } above ? new RuleValuesInvalid(above) : RuleContent.OfItem(steps.Value);
    }

    private static Result<IReadOnlyDictionary<string, RuleStep>> StepsOf(RuleSheet sheet, IReadOnlyDictionary<string, string?> typed)
    {
        var steps = new Dictionary<string, RuleStep>(StringComparer.Ordinal);
        var refusals = new Dictionary<string, Refusal>(StringComparer.Ordinal);
        foreach (var (path, text) in typed)
        {
            if (!sheet.Leaves.TryGetValue(path, out var leaf)) return new RuleOutdated();
            var value = leaf.Read(text);
            if (!value.Succeeded) refusals[path] = value.Refusal;
            else if (RuleLeaf.Show(value.Value) != leaf.Text) steps[path] = new RuleStep(leaf.Value.DeepClone(), value.Value);
        }

        return refusals.Count > 0 ? new RuleValuesInvalid(refusals) : Result.Of<IReadOnlyDictionary<string, RuleStep>>(steps);
    }

    /// <summary>Points that would be cut off: the form tells it, rather than a talent finding out.</summary>
    private static Dictionary<string, Refusal> AboveCaps(ServiceItem item)
    {
        var lines = item.Score is not { } score ? [] : score.Items.Select(line => (Line: line, Path: $"score/items/{line.Code}"))
            .Concat(score.Bonus is { } bonus ? [(bonus, "score/bonus")] : []);
        return (from line in lines
                from part in line.Line.Parts
                from tier in part.Tiers
                where tier.Points > line.Line.Max
                select (Path: $"{line.Path}/parts/{part.Code}/tiers/{tier.Code}/points", line.Line.Max))
            .ToDictionary(one => one.Path, Refusal (one) => new RulePointsAboveCap(one.Max), StringComparer.Ordinal);
    }
}
