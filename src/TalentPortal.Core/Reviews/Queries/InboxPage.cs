using TalentPortal.Core.Calendar;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>One page of an inbox.</summary>
/// <param name="Rows">The tasks, those due first first.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Lights">How many tasks show each light, up to <see cref="MostCounted"/>, with all filters but the light's.</param>
/// <param name="Choices">What the filters can choose from within the reader's reach.</param>
public sealed record InboxPage(
    IReadOnlyList<InboxRow> Rows, string? Next, IReadOnlyDictionary<Light, int> Lights, IReadOnlyList<InboxChoice> Choices)
{
    /// <summary>Counting ends here: a hundred or a hundred thousand, both are more than a glance takes in.</summary>
    public const int MostCounted = 100;

    /// <summary>How many tasks there are with all filters but the light's; each light counted up to <see cref="MostCounted"/>.</summary>
    public int Total => Lights.Values.Sum();
}

/// <summary>There are tasks of this service item, step and town.</summary>
/// <param name="ServiceItemCode">The service item.</param>
/// <param name="StepCode">The step.</param>
/// <param name="TownId">The town; null where none checks the case.</param>
public sealed record InboxChoice(string ServiceItemCode, string StepCode, Guid? TownId);
