using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue.Guides;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>Gives rules what they may look at: today's policy figures and the code tables.</summary>
public sealed class RuleContexts(ParameterTable parameters, CodeTables codes, PortalTimeZone zone)
{
    /// <summary>For an item on the present local day.</summary>
    public RuleContext For(ServiceItem item) => For(item, zone.Today);

    /// <summary>For an item on a local day.</summary>
    public RuleContext For(ServiceItem item, DateOnly on) => new(item, on, parameters, codes);

    /// <summary>The working days of a guide on the present local day.</summary>
    public int Days(GuideDays days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return days.On(parameters, zone.Today);
    }
}
