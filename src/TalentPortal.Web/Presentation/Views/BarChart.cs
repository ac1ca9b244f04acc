namespace TalentPortal.Web.Presentation.Views;

/// <summary>Upright bars made of parts, for the partial <c>_BarChart</c>. The same numbers stand in a table beside it.</summary>
/// <param name="Labels">What stands below the bars.</param>
/// <param name="Series">What the parts are.</param>
/// <param name="Values">Part by part a number for each bar.</param>
public sealed record BarChart(IReadOnlyList<string> Labels, IReadOnlyList<string> Series, IReadOnlyList<IReadOnlyList<int>> Values)
{
    /// <summary>Height of the drawing, in its own units.</summary>
    public const int Height = 160;

    /// <summary>Room of a bar.</summary>
    public const int Step = 48;

    /// <summary>Width of a bar.</summary>
    public const int Bar = 28;

    /// <summary>Width of the drawing.</summary>
    public int Width => Math.Max(1, Labels.Count) * Step;

    /// <summary>The sum of a bar.</summary>
    public int SumOf(int bar) => Values.Sum(part => part[bar]);

    /// <summary>The highest sum; at least one.</summary>
    public int Top => Math.Max(1, Enumerable.Range(0, Labels.Count).Select(SumOf).DefaultIfEmpty(0).Max());

    /// <summary>The parts of a bar that are not empty, from the foot up: which, its upper edge, its height.</summary>
    public IEnumerable<(int Series, decimal Y, decimal Height)> PartsOf(int bar)
    {
        decimal foot = Height;
        for (var part = 0; part < Values.Count; part++)
        {
            if (Values[part][bar] is not (> 0 and var count)) continue;
            var height = decimal.Round((decimal)Height * count / Top, 2);
            foot -= height;
            yield return (part, foot, height);
        }
    }
}
