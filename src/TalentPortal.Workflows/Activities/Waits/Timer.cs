using System.Globalization;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Values;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Waits;

/// <summary>Waits once for an interval.</summary>
internal sealed class Timer : TimedWait
{
    private const string Interval = "interval";

    public override string TypeName => "Elsa.Timer";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new(Interval, DataType.TimeSpan) { Default = JsonValue.Create("00:01:00") }];

    protected override DateTimeOffset? DueAt(ActivityContext context) =>
        context.Now + TimeSpan.Parse(DataConversion.ToText(context.Input(Interval)) ?? "0", CultureInfo.InvariantCulture);
}
