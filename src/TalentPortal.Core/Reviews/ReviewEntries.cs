using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Core.Reviews;

/// <summary>What reviewers entered, in the shape that rules read.</summary>
public static class ReviewEntries
{
    /// <summary>Entries by field and by form: a unit's last answer in a step counts, and of several units the last one's field.</summary>
    /// <param name="item">The service item with its review forms.</param>
    /// <param name="steps">The case's steps.</param>
    /// <param name="decisions">The case's decisions.</param>
    public static FormAnswers Of(ServiceItem item, IEnumerable<ReviewStep> steps, IEnumerable<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(item);
        var codes = steps.ToDictionary(step => step.Id, step => step.Code);
        var last = decisions.Where(decision => decision.StepId is { } id && codes.ContainsKey(id))
            .OrderBy(decision => decision.DecidedAt).ThenBy(decision => decision.Id)
            .GroupBy(decision => (Step: codes[decision.StepId!.Value], decision.OrganisationId))
            .Select(unit => (unit.Key.Step, Decision: unit.Last())).ToList();
        var entries = FormAnswers.Empty;
        foreach (var form in item.ReviewForms)
        {
            var rows = last.Where(one => form.IsAskedWith(one.Step, one.Decision.Outcome))
                .OrderBy(one => one.Decision.DecidedAt).Select(one => Entry(form, one.Decision)).ToList();
            if (rows.Count == 0) continue;
            entries = form.Fields.Aggregate(entries.With(form.Code, new AnswerValue.Rows(rows)),
                (all, field) => all.With(field.Code, rows[^1].Fields.GetValueOrDefault(field.Code)));
        }

        return entries;
    }

    private static AnswerValue.Group Entry(ReviewForm form, Decision decision) =>
        new(decision.Fields is null ? FormAnswers.Empty.Values : FormAnswers.FromStorage(form.Fields, decision.Fields).Values);
}
