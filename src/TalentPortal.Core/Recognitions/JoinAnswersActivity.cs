using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Recognitions;

/// <summary>
/// <c>Portal.JoinAnswers</c>: reads what the units of a step answered and says whether any of them objected. A unit's last answer counts.
/// </summary>
public sealed class JoinAnswersActivity : Activity
{
    private const string None = "NoObjection";
    private const string Some = "Objection";

    /// <inheritdoc />
    public override string TypeName => "Portal.JoinAnswers";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("step", DataType.String) { IsRequired = true },
        new("objection", DataType.String) { IsRequired = true },
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => [None, Some];

    /// <inheritdoc />
    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var (code, objection) = (context.Input<string>("step"), context.Input<string>("objection"));
        var steps = work.Rows<ReviewStep>().Where(step => step.Code == code).ToDictionary(step => step.Id);
        var answers = work.Rows<Decision>().Where(decision => decision.StepId is { } id && steps.ContainsKey(id))
            .GroupBy(decision => decision.OrganisationId).Select(unit => unit.MaxBy(decision => decision.DecidedAt)!).ToList();
        if (answers.Count == 0) throw new InvalidOperationException($"Nobody answered in step '{code}'.");
        context.Complete(answers.Exists(answer => answer.Outcome == objection) ? Some : None);
        return ValueTask.CompletedTask;
    }
}
