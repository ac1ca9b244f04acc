using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.PublicNotices.Gathering;

/// <summary>When a notice of today runs.</summary>
/// <param name="StartsOn">Today.</param>
/// <param name="EndsOn">Its last day.</param>
/// <param name="WorkingDays">Its length.</param>
/// <param name="Provisional">Whether its last day lies beyond the known calendar.</param>
public sealed record GatheredPeriod(DateOnly StartsOn, DateOnly EndsOn, int WorkingDays, bool Provisional);

/// <summary>Finds what a gathered notice is made of: service item, publisher, period.</summary>
public sealed class GatheredParts(
    ServiceItems items, OrganisationDirectory organisations, NoticePeriods periods, WorkingCalendar calendar, PortalTimeZone zone)
{
    /// <summary>For a notice that opens today.</summary>
    /// <exception cref="InvalidOperationException">The publisher is gone.</exception>
    public async Task<(ServiceItem Item, OrganisationEntry Publisher, GatheredPeriod Period)> OfAsync(ReadyRow row, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(row);
        var item = (await items.VersionAsync(row.ServiceItemVersionId, ct)).Item;
        var publisher = await organisations.FindAsync(row.OrganisationId, ct)
            ?? throw new InvalidOperationException($"There is no unit {row.OrganisationId} that could publish a notice.");
        var (today, days) = (zone.Today, periods.DaysOf(item, row.Step));
        var end = calendar.AddWorkingDays(today, days);
        return (item, publisher, new GatheredPeriod(today, end.On, days, end.IsProvisional));
    }
}
