using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Calendar;

/// <summary>
/// Which days are worked: the national calendar, and regional layers over it. A later layer wins on its days.
/// Where the national calendar of a year is not known, Monday to Friday count and the outcome is provisional.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>The name of the layer that every calendar has.</summary>
    public const string NationalLayer = "national";

    private readonly IReadOnlyList<SeedDocument<CalendarYear>> files;
    private volatile CalendarSnapshot held;

    private WorkingCalendar(IReadOnlyList<SeedDocument<CalendarYear>> files, IEnumerable<RecordedYear> recorded)
    {
        this.files = files;
        held = new CalendarSnapshot(files, recorded);
        Layers = [.. files.Select(LayerOf)];
    }

    /// <summary>The layers, from the national one upwards.</summary>
    public IReadOnlyList<string> Layers { get; }

    /// <summary>The years whose national calendar is known.</summary>
    public IReadOnlyCollection<int> KnownYears => held.Years[0].Keys;

    /// <summary>The years of a layer, in order.</summary>
    public IReadOnlyList<CalendarYear> YearsOf(string layer)
    {
        var years = held.Years;
        return [.. Layers.Select((name, place) => (name, place)).Where(one => one.name == layer)
            .SelectMany(one => years[one.place].Values).OrderBy(year => year.Year)];
    }

    /// <summary>
    /// Takes over what was recorded, in the order of recording: the last of a layer and year counts. Readers see all of it or nothing.
    /// </summary>
    public void Adopt(IEnumerable<RecordedYear> recorded) => held = new CalendarSnapshot(files, recorded);

    /// <summary>A calendar of its own with one year as it might be: for asking what it would change.</summary>
    public WorkingCalendar With(RecordedYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return new WorkingCalendar(files,
            [.. Layers.SelectMany(layer => YearsOf(layer).Select(known => new RecordedYear(layer, known))), year]);
    }

    /// <summary>Reads the national layer and the regional ones that are in force.</summary>
    /// <param name="folder">The folder of the calendars; a file's name without extension is its layer's name.</param>
    /// <param name="regionalLayers">The layers over the national one, in order.</param>
    /// <exception cref="SeedException">A file is missing or holds impossible days.</exception>
    public static WorkingCalendar Load(string folder, params IEnumerable<string> regionalLayers) => From(
        Read(folder, NationalLayer),
        regionalLayers.Select(name => Read(folder, name)));

    /// <summary>Makes a calendar of files that were read.</summary>
    /// <exception cref="SeedException">A file holds impossible days.</exception>
    public static WorkingCalendar From(SeedDocument<CalendarYear> national, params IEnumerable<SeedDocument<CalendarYear>> regional)
    {
        SeedDocument<CalendarYear>[] layers = [national, .. regional];
        SeedException.ThrowIfAny([.. layers.SelectMany(CalendarRules.Check)]);
        return new WorkingCalendar(layers, []);
    }

    /// <summary>Whether the official calendar of that year is there; an administrator is warned when the next one is not.</summary>
    public bool Knows(int year) => held.Knows(year);

    /// <summary>What that day is, and why.</summary>
    public CalendarDay Day(DateOnly on) => held.Day(on);

    /// <summary>Whether that day is worked.</summary>
    public bool IsWorkingDay(DateOnly on) => Day(on).IsWorkingDay;

    /// <summary>The n-th working day after a day; that day itself is day 0, worked or not.</summary>
    /// <param name="from">Day 0.</param>
    /// <param name="workingDays">How many; negative counts backwards.</param>
    public WorkingDate AddWorkingDays(DateOnly from, int workingDays)
    {
        var (on, step, isProvisional) = (from, Math.Sign(workingDays), false);
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            on = on.AddDays(step);
            var day = Day(on);
            isProvisional |= day.IsProvisional;
            if (day.IsWorkingDay) left--;
        }

        return new WorkingDate(on, isProvisional);
    }

    /// <summary>How many working days lie after <paramref name="from"/> up to and with <paramref name="to"/>; negative backwards.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from) return -WorkingDaysBetween(to, from);
        var count = 0;
        for (var on = from; on < to;)
        {
            on = on.AddDays(1);
            if (IsWorkingDay(on)) count++;
        }

        return count;
    }

    internal static string LayerOf(SeedDocument<CalendarYear> file) => Path.GetFileNameWithoutExtension(file.File);

    private static SeedDocument<CalendarYear> Read(string folder, string layer) =>
        SeedFile.Read<CalendarYear>(Path.Combine(folder, layer + ".json"));
}
