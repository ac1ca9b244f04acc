using TalentPortal.Core.Calendar;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>What venues may and may not, by the parameters of the day.</summary>
public sealed class RedemptionTerms(ParameterTable parameters, PortalTimeZone zone)
{
    /// <summary>The highest price of one use, in yuan.</summary>
    public decimal HighestPrice => parameters.Decimal("card.highestPrice", zone.Today);

    /// <summary>Within how many hours a use without network has to be handed in.</summary>
    public int OfflineHours => parameters.Int("card.offlineHours", zone.Today);

    /// <summary>How many looks that were no good card lock an account.</summary>
    public int FailuresAllowed => parameters.Int("card.scanFailures", zone.Today);

    /// <summary>Over how many minutes they are counted.</summary>
    public int FailureMinutes => parameters.Int("card.scanFailureMinutes", zone.Today);

    /// <summary>Of how many days a venue's till lists the uses, today among them.</summary>
    public int ListedDays => parameters.Int("card.tillDays", zone.Today);

    /// <summary>The local day of a moment.</summary>
    public DateOnly DayOf(DateTimeOffset at) => zone.DateOf(at);
}
