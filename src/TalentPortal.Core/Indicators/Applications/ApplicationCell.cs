using TalentPortal.Core.Applications;

namespace TalentPortal.Core.Indicators.Applications;

/// <summary>Applications of a service item in a town that stand at one point.</summary>
/// <param name="Status">Where they stand.</param>
/// <param name="Item">Code of the service item.</param>
/// <param name="Town">The town that checks them; null where none does.</param>
/// <param name="Count">How many.</param>
public sealed record ApplicationCell(ApplicationStatus Status, string Item, Guid? Town, int Count)
{
    /// <summary>Whether they are handed in and not closed.</summary>
    public bool IsOpen => ApplicationStatuses.Open.Contains(Status);
}
