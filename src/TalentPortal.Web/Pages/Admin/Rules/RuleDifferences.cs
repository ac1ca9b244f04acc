using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>Says what a change says otherwise than what holds, or held, before it.</summary>
internal sealed class RuleDifferences(ParameterTable parameters, RuleWords words)
{
    /// <summary>The differences, in the order of the rule.</summary>
    public IReadOnlyList<RuleDifference> Of(RuleChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return OfParameter(change);
    }

    /// <summary>What stands before a change of a parameter; null where nothing does.</summary>
    public Parameter? Before(RuleChange change) => parameters.Find(change.Subject, change.Status is RuleChangeStatus.Draft && change.WithdrawsId is null
        ? change.ValidFrom
        : change.ValidFrom.AddDays(-1));

    private List<RuleDifference> OfParameter(RuleChange change)
    {
        var before = Before(change);
        var (was, will) = (before is null ? null : words.Value(before, before.Value), words.Value(before, RuleWords.ValueOf(change)));
        return [change.WithdrawsId is null
            ? new RuleDifference(words.Subject(change), was, will)
            : new RuleDifference(words.Subject(change), will, was ?? "")];
    }

    /// <summary>Whether nobody verified what stands before, or what comes.</summary>
    public static bool IsUnverified(Provenance provenance) => provenance is Provenance.DefaultUnverified;
}
