using Microsoft.Extensions.Localization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Benefits;
using TalentPortal.Core.RuleChanges.Benefits.Entries;

namespace TalentPortal.Web.Pages.Admin.Benefits.Entries;

/// <summary>What every page of an entry works with.</summary>
/// <param name="Entries">Writes entries.</param>
/// <param name="Changes">Knows the newest version, and reads drafts.</param>
/// <param name="History">Lists drafts.</param>
/// <param name="Zone">The day.</param>
/// <param name="Texts">The portal's texts.</param>
internal sealed record EntryDesk(
    BenefitEntryChanges Entries, BenefitRuleChanges Changes, RuleHistory History, PortalTimeZone Zone, IStringLocalizer Texts);
