namespace TalentPortal.Core.Reviews.Absences;

/// <summary>An absence to be entered.</summary>
/// <param name="UserId">Who will be away.</param>
/// <param name="StandInId">Who stands in.</param>
/// <param name="FromOn">First day.</param>
/// <param name="ToOn">Last day.</param>
/// <param name="ServiceItemCodes">The service items that it covers; null for all.</param>
public sealed record AbsenceEntry(
    Guid UserId, Guid StandInId, DateOnly FromOn, DateOnly ToOn, IReadOnlyList<string>? ServiceItemCodes = null);
