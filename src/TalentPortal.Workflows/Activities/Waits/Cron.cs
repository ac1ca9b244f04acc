using TalentPortal.Workflows.Activities.Waits.Schedules;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Waits;

/// <summary>Waits for the next moment of a cron expression: one that was missed fires once, and the next is counted from then.</summary>
internal sealed class Cron : TimedWait
{
    private const string Expression = "cronExpression";

    public override string TypeName => "Elsa.Cron";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new(Expression, DataType.String) { IsRequired = true }];

    internal override object? ReadDetail(DetailReader reader)
    {
        if (JsonAccess.AsText(reader.Node.LiteralInput(Expression)) is not { } text) return null;
        try
        {
            if (CronSchedule.Parse(text).NextAfter(DateTimeOffset.UnixEpoch) is null)
                reader.Error(Expression, DefinitionFault.CronNever, text);
        }
        catch (FormatException wrong)
        {
            reader.Error(Expression, DefinitionFault.CronWrong, wrong.Message);
        }

        return null;
    }

    internal override ClockTrigger? TriggerOf(ActivityNode node)
    {
        if (JsonAccess.AsText(node.LiteralInput(Expression)) is not { } text) return null;
        var schedule = CronSchedule.Parse(text);
        return new ClockTrigger(node, text, schedule.NextAfter);
    }

    protected override DateTimeOffset? DueAt(ActivityContext context)
    {
        var text = context.Input<string>(Expression) ?? "";
        return CronSchedule.Parse(text).NextAfter(context.Now) ?? throw new InvalidOperationException($"The moment '{text}' never comes.");
    }
}
