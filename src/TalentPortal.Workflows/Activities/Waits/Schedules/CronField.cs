using System.Collections.Frozen;
using System.Globalization;

namespace TalentPortal.Workflows.Activities.Waits.Schedules;

/// <summary>One field of a cron expression that is a plain set of numbers: lists, ranges (also over the end), steps, names.</summary>
internal static class CronField
{
    public static FrozenDictionary<string, int> Months { get; } = Numbered(1, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC");

    public static FrozenDictionary<string, int> WeekDays { get; } = Numbered(0, "SUN MON TUE WED THU FRI SAT");

    /// <summary>The numbers that a field names.</summary>
    /// <param name="text">The field.</param>
    /// <param name="least">Its least number.</param>
    /// <param name="most">Its greatest number.</param>
    /// <param name="names">Names that stand for numbers, or null.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static bool[] Parse(string text, int least, int most, FrozenDictionary<string, int>? names = null)
    {
        var set = new bool[most + 1];
        foreach (var part in text.Split(','))
        {
            var (range, step) = SplitStep(part, most);
            var (from, to) = Range(range, step > 0, least, most, names);
            var length = to >= from ? to - from : to - from + most - least + 1;
            for (var offset = 0; offset <= length; offset += Math.Max(step, 1))
                set[least + (from - least + offset) % (most - least + 1)] = true;
        }

        return set;
    }

    /// <summary>A number or a name within bounds.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static int Number(string text, int least, int most, FrozenDictionary<string, int>? names = null)
    {
        if (names?.TryGetValue(text, out var named) == true) return named;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"'{text}' is not a number from {least} to {most}.");
    }

    private static (string Range, int Step) SplitStep(string part, int most) => part.Split('/') switch
    {
        [var range] => (range, 0),
        [var range, var step] => (range, Number(step, 1, most)),
        _ => throw new FormatException($"'{part}' has more than one step."),
    };

    private static (int From, int To) Range(string range, bool hasStep, int least, int most, FrozenDictionary<string, int>? names)
    {
        if (range is "*") return (least, most);
        return range.Split('-') switch
        {
            [var one] when Number(one, least, most, names) is var number => (number, hasStep ? most : number),
            [var from, var to] => (Number(from, least, most, names), Number(to, least, most, names)),
            _ => throw new FormatException($"'{range}' is no range."),
        };
    }

    private static FrozenDictionary<string, int> Numbered(int first, string names) => names.Split(' ')
        .Select((name, index) => (name, index))
        .ToFrozenDictionary(pair => pair.name, pair => pair.index + first, StringComparer.OrdinalIgnoreCase);
}
