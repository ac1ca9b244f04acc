using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Workflows.Drawings;

/// <summary>An arrow that wants a text: from which activity, by which outcomes.</summary>
/// <param name="Source">The activity that it leaves, or the one around its target.</param>
/// <param name="Target">The activity that it enters.</param>
/// <param name="Outcomes">Outcomes that lead this way, or the port of a contained activity; null follows every outcome.</param>
/// <param name="IsEntry">Whether it leads from an activity to one inside it.</param>
public sealed record DrawnLink(ActivityNode Source, ActivityNode Target, IReadOnlyList<string?> Outcomes, bool IsEntry);
