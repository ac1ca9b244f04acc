using TalentPortal.Core.Calendar;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.TalentCards.Signals;

/// <summary>From where on a look at cards is worth a second one, by the parameters of the day.</summary>
public sealed class SignalTerms(ParameterTable parameters, PortalTimeZone zone)
{
    /// <summary>From when on scans are looked at, UTC.</summary>
    public DateTimeOffset Since => zone.Now.AddDays(-Int("card.signalDays"));

    /// <summary>The fastest that somebody travels between venues, in kilometres an hour.</summary>
    public int Speed => Int("card.signalSpeed");

    /// <summary>Venues nearer to each other than this, in kilometres, are one place.</summary>
    public int NearKilometres => Int("card.signalNear");

    /// <summary>How many uses make a burst.</summary>
    public int Burst => Int("card.signalBurst");

    /// <summary>Within how many minutes.</summary>
    public int BurstMinutes => Int("card.signalBurstMinutes");

    /// <summary>How many refused looks on one day are many.</summary>
    public int Refusals => Int("card.signalRefusals");

    /// <summary>The zone by whose days is counted, as the database knows it.</summary>
    public string ZoneId => zone.Id;

    private int Int(string key) => parameters.Int(key, zone.Today);
}
