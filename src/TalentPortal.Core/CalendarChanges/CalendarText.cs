using System.Globalization;
using System.Text;
using System.Text.Json;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.CalendarChanges;

/// <summary>
/// A calendar year as text: JSON as in the seed data, or lines <c>date,off|work,Chinese name,English name</c>, in which following days off
/// of one name are one holiday.
/// </summary>
public static class CalendarText
{
    /// <summary>Longest text.</summary>
    public const int Longest = 40_000;

    private const string Header = "date,kind,zh,en";

    /// <summary>Reads and checks it.</summary>
    public static Result<CalendarYear> Read(string? text)
    {
        var trimmed = (text ?? "").Trim();
        if (trimmed.Length is 0 or > Longest) return new CalendarUnreadable(1);
        var year = trimmed[0] is '{' ? FromJson(trimmed) : FromLines(trimmed);
        if (!year.Succeeded) return year;
        if (year.Value.Year is < 2000 or > 2200) return new CalendarImpossible("year");
        return CalendarRules.Check(year.Value).Select(problem => problem.Property).FirstOrDefault() is { } place
            ? new CalendarImpossible(place)
            : year;
    }

    /// <summary>The year as lines.</summary>
    public static string ToLines(CalendarYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var lines = new StringBuilder(Header).Append('\n');
        var days = year.Off.SelectMany(holiday => Enumerable.Range(0, holiday.To.DayNumber - holiday.From.DayNumber + 1)
                .Select(day => (On: holiday.From.AddDays(day), Line: $"off,{holiday.Zh},{holiday.En}")))
            .Concat(year.Work.Select(on => (On: on, Line: "work,,")));
        foreach (var (on, line) in days.OrderBy(day => day.On)) lines.Append(CultureInfo.InvariantCulture, $"{on:yyyy-MM-dd},{line}\n");
        return lines.ToString();
    }

    private static Result<CalendarYear> FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<CalendarYear>(json, SeedFile.Options) is { } year ? year : new CalendarUnreadable(1);
        }
        catch (JsonException wrong)
        {
            return new CalendarUnreadable((int)(wrong.LineNumber ?? 0) + 1);
        }
    }

    private static Result<CalendarYear> FromLines(string text)
    {
        var (off, work) = (new List<CalendarHoliday>(), new List<DateOnly>());
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1].Trim().TrimStart('\uFEFF');
            if (line.Length == 0 || line.StartsWith("date,", StringComparison.OrdinalIgnoreCase)) continue;
            var cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (cells.Length < 2
                || !DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
                return new CalendarUnreadable(number);
            if (cells is [_, "work", ..]) work.Add(on);
            else if (cells is [_, "off", { Length: > 0 and <= 60 } zh, { Length: > 0 and <= 60 } en]) Add(off, on, zh, en);
            else return new CalendarUnreadable(number);
        }

        var first = off.Select(holiday => holiday.From).Concat(work).Select(day => (DateOnly?)day).Min();
        return first is { } day0 ? new CalendarYear { Year = day0.Year, Off = off, Work = work } : new CalendarUnreadable(1);
    }

    private static void Add(List<CalendarHoliday> off, DateOnly on, string zh, string en)
    {
        if (off is [.., var last] && last.To.AddDays(1) == on && last.Zh == zh && last.En == en) off[^1] = last with { To = on };
        else off.Add(new CalendarHoliday(on, on, zh, en));
    }
}
