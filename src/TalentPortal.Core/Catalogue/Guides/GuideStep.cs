namespace TalentPortal.Core.Catalogue.Guides;

/// <summary>One step as the applicant sees it.</summary>
/// <param name="Code">Code, unique within the guide; the step bar and the workflow's review steps use it.</param>
/// <param name="Name">Name.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="WorkingDays">Working days it may take; null for a step of the applicant.</param>
/// <param name="OnClock">Whether its days count towards the promised time.</param>
/// <param name="Note">A remark; may be empty.</param>
/// <param name="Origin">Where the days come from.</param>
public sealed record GuideStep(
    string Code, LocalizedText Name, LocalizedText Actor, GuideDays? WorkingDays, bool OnClock, LocalizedText Note, Origin Origin);
