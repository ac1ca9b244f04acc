using TalentPortal.Core.RuleChanges;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>A table of changes.</summary>
/// <param name="Rows">The changes.</param>
/// <param name="Say">What a change says, in a few words.</param>
internal sealed record RuleChangeTable(IReadOnlyList<RuleChangeRow> Rows, Func<RuleChange, string> Say)
{
    /// <summary>The look of a state.</summary>
    public static string KindOf(RuleChangeState state) => state switch
    {
        RuleChangeState.Draft => "wait",
        RuleChangeState.Coming => "doing",
        RuleChangeState.Released => "ok",
        RuleChangeState.Withdrawn or RuleChangeState.Discarded => "pause",
        _ => "info",
    };
}
