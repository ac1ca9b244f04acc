namespace TalentPortal.Core.Catalogue.Guides;

/// <summary>A time limit in working days.</summary>
/// <param name="WorkingDays">Working days; 0 means on the spot.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record GuideTime(GuideDays WorkingDays, Origin Origin);
