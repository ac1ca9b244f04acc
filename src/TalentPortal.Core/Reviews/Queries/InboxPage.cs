using TalentPortal.Core.Calendar;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>One page of an inbox.</summary>
/// <param name="Rows">The tasks, those due first first.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Lights">How many tasks show each light, with all filters but the light's.</param>
/// <param name="Choices">What the filters can choose from within the scope, with how many tasks each.</param>
public sealed record InboxPage(
    IReadOnlyList<InboxRow> Rows, string? Next, IReadOnlyDictionary<Light, int> Lights, IReadOnlyList<InboxChoice> Choices)
{
    /// <summary>How many tasks there are with all filters but the light's.</summary>
    public int Total => Lights.Values.Sum();
}

/// <summary>Tasks of one service item, step and town within a scope.</summary>
/// <param name="ServiceItemCode">The service item.</param>
/// <param name="StepCode">The step.</param>
/// <param name="TownId">The town; null where none checks the case.</param>
/// <param name="Count">How many.</param>
public sealed record InboxChoice(string ServiceItemCode, string StepCode, Guid? TownId, int Count);
