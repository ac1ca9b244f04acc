using System.Globalization;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Values;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Waits;

/// <summary>Waits for a moment; one that has passed completes at once.</summary>
internal sealed class StartAt : TimedWait
{
    private const string Moment = "dateTime";

    public override string TypeName => "Elsa.StartAt";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new(Moment, DataType.DateTimeOffset) { IsRequired = true }];

    internal override ClockTrigger? TriggerOf(ActivityNode node)
    {
        var text = DataConversion.ToText(node.LiteralInput(Moment));
        return Read(text) is { } moment ? new ClockTrigger(node, text!, after => moment > after ? moment : null) : null;
    }

    protected override DateTimeOffset? DueAt(ActivityContext context)
    {
        var text = DataConversion.ToText(context.Input(Moment));
        if (Read(text) is not { } moment)
            throw new InvalidOperationException($"'{text}' is no moment to wait for.");
        return moment > context.Now ? moment : null;
    }

    private static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
