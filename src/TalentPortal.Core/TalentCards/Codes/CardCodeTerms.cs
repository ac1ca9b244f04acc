using TalentPortal.Core.Calendar;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.TalentCards.Codes;

/// <summary>For how long a code holds, by the parameters of the day.</summary>
public sealed class CardCodeTerms(ParameterTable parameters, PortalTimeZone zone)
{
    /// <summary>How often the code on a phone changes.</summary>
    public TimeSpan Turn => TimeSpan.FromSeconds(parameters.Int("card.qrSeconds", zone.Today));

    /// <summary>How far a phone's or a venue's clock may be wrong.</summary>
    public TimeSpan Skew => TimeSpan.FromSeconds(parameters.Int("card.clockSkewSeconds", zone.Today));

    /// <summary>How long after its turn a code still counts where a venue has no network.</summary>
    public TimeSpan Offline => TimeSpan.FromMinutes(parameters.Int("card.offlineMinutes", zone.Today));

    /// <summary>How many codes a phone is given at a time, for when its network fails.</summary>
    public int Ahead => parameters.Int("card.codesAhead", zone.Today);
}
