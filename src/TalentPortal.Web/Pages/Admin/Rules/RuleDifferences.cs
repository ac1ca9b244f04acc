using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Sheets;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Web.Pages.Admin.Benefits;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>Says what a change says otherwise than what holds, or held, before it.</summary>
internal sealed class RuleDifferences(ParameterTable parameters, ItemRuleChanges items, BenefitRuleDifferences benefits, RuleWords words)
{
    /// <summary>The differences, in the order of the rule.</summary>
    public async Task<IReadOnlyList<RuleDifference>> OfAsync(RuleChange change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        var steps = change.Kind switch
        {
            RuleChangeKind.Parameter => OfParameter(change),
            RuleChangeKind.BenefitCatalogue => benefits.Of(change),
            _ => await OfItemAsync(change, ct),
        };
        return change.WithdrawsId is null ? steps : [.. steps.Select(one => new RuleDifference(one.What, one.After, one.Before ?? "—"))];
    }

    private List<RuleDifference> OfParameter(RuleChange change)
    {
        var before = parameters.Find(change.Subject, change.Status is RuleChangeStatus.Draft && change.WithdrawsId is null
            ? change.ValidFrom
            : change.ValidFrom.AddDays(-1));
        return [new RuleDifference(words.Subject(change), before is null ? null : words.Value(before, before.Value),
            words.Value(before, RuleWords.ValueOf(change)))];
    }

    private async Task<List<RuleDifference>> OfItemAsync(RuleChange change, CancellationToken ct)
    {
        var set = ItemRuleChanges.Steps(change);
        var sheet = await items.SheetAsync(change.Subject, ct);
        var placed = sheet is null ? [] : (from @group in sheet.Groups
                                           from row in @group.Rows
                                           from leaf in row.Leaves
                                           where set.ContainsKey(leaf.Path)
                                           select (leaf.Path, Name: $"{words.Place(@group, row)} · {words.Leaf(leaf)}")).ToList();
        var unplaced = set.Keys.Except(placed.Select(one => one.Path), StringComparer.Ordinal).Select(path => (Path: path, Name: path));
        return [.. placed.Concat(unplaced)
            .Select(one => new RuleDifference(one.Name, RuleLeaf.Show(set[one.Path].Was), RuleLeaf.Show(set[one.Path].Now)))];
    }

    /// <summary>Whether nobody verified it.</summary>
    public static bool IsUnverified(Provenance provenance) => provenance is Provenance.DefaultUnverified;
}
