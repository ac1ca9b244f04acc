using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Calendar;

/// <summary>The rule for lights that is in force now: a released change of its parameters counts from its day on.</summary>
/// <param name="parameters">The portal's parameters.</param>
/// <param name="zone">The portal's days.</param>
public sealed class LightRules(ParameterTable parameters, PortalTimeZone zone)
{
    /// <summary>Today's rule.</summary>
    public LightRule Today => LightRule.From(parameters, zone.Today);
}
