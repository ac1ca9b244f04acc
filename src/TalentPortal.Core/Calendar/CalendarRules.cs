using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Calendar;

/// <summary>What a calendar file must keep.</summary>
internal static class CalendarRules
{
    public static IEnumerable<SeedProblem> Check(SeedDocument<CalendarYear> document)
    {
        var years = new HashSet<int>();
        for (var i = 0; i < document.Items.Count; i++)
        {
            var year = document.Items[i];
            if (!years.Add(year.Year)) yield return document.Problem(i, $"{year.Year} is there already.", "year");
            foreach (var (property, reason) in Check(year)) yield return document.Problem(i, reason, property);
        }
    }

    public static IEnumerable<(string Property, string Reason)> Check(CalendarYear year)
    {
        var off = new HashSet<DateOnly>();
        for (var i = 0; i < year.Off.Count; i++)
        {
            var holiday = year.Off[i];
            if (holiday.From.Year != year.Year || holiday.To.Year != year.Year || holiday.To < holiday.From)
            {
                yield return ($"off[{i}]", $"{holiday.From:yyyy-MM-dd} to {holiday.To:yyyy-MM-dd} is no span within {year.Year}.");
                continue;
            }

            for (var on = holiday.From; on <= holiday.To; on = on.AddDays(1))
            {
                if (!off.Add(on)) yield return ($"off[{i}]", $"{on:yyyy-MM-dd} is off twice.");
            }
        }

        for (var i = 0; i < year.Work.Count; i++)
        {
            var on = year.Work[i];
            var place = $"work[{i}]";
            if (on.Year != year.Year) yield return (place, $"{on:yyyy-MM-dd} lies not in {year.Year}.");
            if (on.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) yield return (place, $"{on:yyyy-MM-dd} is no weekend day.");
            if (off.Contains(on)) yield return (place, $"{on:yyyy-MM-dd} is off and worked.");
        }
    }
}
