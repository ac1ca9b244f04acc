using TalentPortal.Core.Calendar;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>Working days in a row, so that a case is moved in time by working days and all its periods stay as long as they were.</summary>
internal sealed class WorkingDays
{
    private readonly List<DateOnly> days = [];
    private readonly int[] places;
    private readonly DateOnly first;
    private readonly PortalTimeZone zone;

    /// <summary>Lists the days around one.</summary>
    /// <param name="calendar">Says which are worked.</param>
    /// <param name="zone">The portal's.</param>
    /// <param name="today">The day that is place <see cref="Today"/>, or the last worked one before it.</param>
    public WorkingDays(WorkingCalendar calendar, PortalTimeZone zone, DateOnly today)
    {
        this.zone = zone;
        first = today.AddYears(-3);
        var last = today.AddYears(2);
        places = new int[last.DayNumber - first.DayNumber + 1];
        for (var on = first; on <= last; on = on.AddDays(1))
        {
            if (calendar.IsWorkingDay(on) || days.Count == 0) days.Add(on);
            places[on.DayNumber - first.DayNumber] = days.Count - 1;
        }

        Today = PlaceOf(today);
    }

    /// <summary>The place of today.</summary>
    public int Today { get; }

    /// <summary>The place of a day, or of the last working day before it.</summary>
    public int PlaceOf(DateOnly on) => places[Math.Clamp(on.DayNumber - first.DayNumber, 0, places.Length - 1)];

    /// <summary>The place of a moment's local day.</summary>
    public int PlaceOf(DateTimeOffset at) => PlaceOf(zone.DateOf(at));

    /// <summary>A day so many working days later.</summary>
    public DateOnly Move(DateOnly on, int by)
    {
        var place = PlaceOf(on);
        return days[Math.Clamp(place + by, 0, days.Count - 1)].AddDays(on.DayNumber - days[place].DayNumber);
    }

    /// <summary>A moment so many working days later, and within the day by a while; midnight stays midnight.</summary>
    public DateTimeOffset Move(DateTimeOffset at, int by, TimeSpan within)
    {
        var on = zone.DateOf(at);
        var sinceMidnight = at - zone.StartOf(on);
        return (zone.StartOf(Move(on, by)) + sinceMidnight + (sinceMidnight == TimeSpan.Zero ? TimeSpan.Zero : within)).ToUniversalTime();
    }
}
