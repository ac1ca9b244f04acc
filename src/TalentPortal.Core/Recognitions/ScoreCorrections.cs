using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Reviews;

namespace TalentPortal.Core.Recognitions;

/// <summary>A correction of a score as a reviewer entered it.</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="Points">What it is to count.</param>
/// <param name="StepId">The step in which it was entered.</param>
/// <param name="Decision">With which decision.</param>
internal sealed record EnteredCorrection(string Item, decimal Points, Guid StepId, Decision Decision)
{
    /// <summary>The correction with what stood there before.</summary>
    /// <exception cref="InvalidOperationException">The score table does not know the item, or does not give it so many points.</exception>
    public ScoreCorrection For(ServiceItem item, RecognitionScore score)
    {
        var table = item.Score!;
        var line = table.Items.Append(table.Bonus).FirstOrDefault(one => one?.Code == Item)
            ?? throw new InvalidOperationException($"The score table of {item.Code} v{item.Version} has no item '{Item}'.");
        if (Points < 0 || Points > line.Max)
            throw new InvalidOperationException($"'{Item}' of {item.Code} v{item.Version} gives 0 to {line.Max} points, not {Points}.");
        return new ScoreCorrection(
            Item, score.Panel.Items.GetValueOrDefault(Item), Points, Decision.Reason, Decision.OfficerId, Decision.Id, Decision.DecidedAt);
    }
}

/// <summary>Finds what was corrected of a score.</summary>
internal static class ScoreCorrections
{
    /// <summary>What was entered since a sitting of the panel, the oldest first.</summary>
    /// <param name="steps">The case's steps.</param>
    /// <param name="decisions">The case's decisions.</param>
    /// <param name="item">The service item.</param>
    /// <param name="panel">The sitting.</param>
    /// <param name="code">Code of the review form; null where nothing can be corrected.</param>
    public static IReadOnlyList<EnteredCorrection> Since(
        IEnumerable<ReviewStep> steps, IEnumerable<Decision> decisions, ServiceItem item, ReviewStep panel, string? code)
    {
        if (item.ReviewForms.FirstOrDefault(one => one.Code == code) is not { } form) return [];
        return
        [
            .. from step in steps
               where step.Status is ReviewStepStatus.Closed && step.Code == form.Step
                   && (step.ClosedAt, step.Id).CompareTo((panel.ClosedAt, panel.Id)) > 0
               orderby step.ClosedAt, step.Id
               from decision in decisions
               where decision.StepId == step.Id && form.IsAskedWith(step.Code, decision.Outcome)
               let entered = Read(form, step, decision)
               where entered is not null
               select entered,
        ];
    }

    private static EnteredCorrection? Read(ReviewForm form, ReviewStep step, Decision decision)
    {
        if (decision.Fields is null) return null;
        var fields = FormAnswers.FromStorage(form.Fields, decision.Fields);
        return fields.Find(ScoreCorrection.ItemField) is AnswerValue.Text { Value: var item }
            && fields.Find(ScoreCorrection.PointsField) is AnswerValue.Number { Value: var points }
                ? new EnteredCorrection(item, points, step.Id, decision)
                : null;
    }
}
