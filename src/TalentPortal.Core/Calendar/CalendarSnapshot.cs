using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Calendar;

/// <summary>All days of a calendar as they are at one time: the layers' files, and over them the years that were recorded since.</summary>
internal sealed class CalendarSnapshot
{
    private readonly Dictionary<DateOnly, CalendarHoliday> off = [];
    private readonly HashSet<DateOnly> work = [];

    public CalendarSnapshot(IReadOnlyList<SeedDocument<CalendarYear>> files, IEnumerable<RecordedYear> recorded)
    {
        Years = [.. files.Select(file => file.Items.ToDictionary(year => year.Year))];
        var layers = files.Select(WorkingCalendar.LayerOf).ToList();
        foreach (var one in recorded)
        {
            if (layers.IndexOf(one.Layer) is var layer and >= 0) Years[layer][one.Year.Year] = one.Year;
        }

        foreach (var year in Years.SelectMany(layer => layer.Values)) Lay(year);
    }

    /// <summary>The years of each layer, from the national one upwards.</summary>
    public IReadOnlyList<Dictionary<int, CalendarYear>> Years { get; }

    public bool Knows(int year) => Years[0].ContainsKey(year);

    public CalendarDay Day(DateOnly on)
    {
        var isProvisional = !Knows(on.Year);
        if (off.TryGetValue(on, out var holiday)) return new CalendarDay(on, CalendarDayKind.Holiday, holiday, isProvisional);
        var isWeekend = on.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var kind = (isWeekend, work.Contains(on)) switch
        {
            (true, true) => CalendarDayKind.MadeUpWorkday,
            (true, false) => CalendarDayKind.Weekend,
            _ => CalendarDayKind.Workday,
        };
        return new CalendarDay(on, kind, Holiday: null, isProvisional);
    }

    private void Lay(CalendarYear year)
    {
        foreach (var holiday in year.Off)
        {
            for (var on = holiday.From; on <= holiday.To; on = on.AddDays(1))
            {
                off[on] = holiday;
                work.Remove(on);
            }
        }

        foreach (var on in year.Work)
        {
            work.Add(on);
            off.Remove(on);
        }
    }
}
