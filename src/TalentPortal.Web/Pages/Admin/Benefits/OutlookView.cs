using TalentPortal.Core.RuleChanges.Benefits;

namespace TalentPortal.Web.Pages.Admin.Benefits;

/// <summary>A dry run of the catalogue, as a page shows it.</summary>
/// <param name="Tally">What was counted.</param>
/// <param name="Day">Of which day.</param>
/// <param name="Kept">When and by whom, where it was kept with the release; null while it is counted anew for every reader.</param>
internal sealed record OutlookView(BenefitTally Tally, DateOnly Day, KeptOutlook? Kept);
