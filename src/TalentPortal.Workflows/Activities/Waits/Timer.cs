using System.Globalization;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Values;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Waits;

/// <summary>Waits once for an interval; as a trigger it comes back after each.</summary>
internal sealed class Timer : TimedWait
{
    private const string Interval = "interval";
    private const string Minute = "00:01:00";

    /// <summary>What does not come in a hundred years never comes, as with cron.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36525);

    public override string TypeName => "Elsa.Timer";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new(Interval, DataType.TimeSpan) { Default = JsonValue.Create(Minute) }];

    internal override ClockTrigger? TriggerOf(ActivityNode node)
    {
        var text = node.SetsInput(Interval) ? DataConversion.ToText(node.LiteralInput(Interval)) : Minute;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero && interval <= Longest
            ? new ClockTrigger(node, text!, moment => moment + interval, interval)
            : null;
    }

    protected override DateTimeOffset? DueAt(ActivityContext context) =>
        context.Now + TimeSpan.Parse(DataConversion.ToText(context.Input(Interval)) ?? "0", CultureInfo.InvariantCulture);
}
