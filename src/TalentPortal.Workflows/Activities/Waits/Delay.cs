using System.Globalization;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Values;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Waits;

/// <summary>Waits for a span of time.</summary>
internal sealed class Delay : TimedWait
{
    private const string Span = "timeSpan";

    public override string TypeName => "Elsa.Delay";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new(Span, DataType.TimeSpan) { IsRequired = true }];

    protected override DateTimeOffset? DueAt(ActivityContext context) =>
        context.Now + TimeSpan.Parse(DataConversion.ToText(context.Input(Span)) ?? "0", CultureInfo.InvariantCulture);
}
