using System.Text.Json;
using Microsoft.Extensions.Primitives;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Pages.Officer.Tasks;

/// <summary>One review form on the page.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Outcomes">The answers with which it is asked.</param>
/// <param name="ShownWhen">The same for the browser.</param>
/// <param name="Nodes">Its questions.</param>
internal sealed record ReviewFieldGroup(string Title, IReadOnlyList<string> Outcomes, string ShownWhen, IReadOnlyList<FormNode> Nodes);

/// <summary>What a step asks of its reviewer beside answer, reason and points: drawn, read and put into words.</summary>
internal sealed class ReviewFields(RuleContexts rules, PortalWords words)
{
    /// <summary>The forms of a step with what was typed and what is wrong.</summary>
    public IReadOnlyList<ReviewFieldGroup> Of(
        ReviewView review, IReadOnlyDictionary<string, StringValues>? typed, IReadOnlyDictionary<string, string> errors)
    {
        if (review.File is not { } file) return [];
        var state = new FormState { Context = rules.For(file.Item), Answers = FormAnswers.Empty, Typed = typed, Errors = errors };
        var nodes = new FormNodes(words.Texts);
        return [.. FormsOf(file.Item, review).Select(form => new ReviewFieldGroup(
            form.Title.ToString(), form.Outcomes,
            JsonSerializer.Serialize(new { field = "outcome", op = nameof(Comparison.In), values = form.Outcomes }),
            nodes.Of(state, form.Fields)))];
    }

    /// <summary>Sentences by field, and the same with the field's name for the list of errors.</summary>
    public IReadOnlyList<(string Path, string Sentence, string Named)> Sentences(ReviewView review, AnswersInvalid refusal) =>
    [
        .. from error in refusal.Errors.DistinctBy(error => error.Path, StringComparer.Ordinal)
           let sentence = words.Texts.Of(error.Refusal)
           let label = review.File?.Item.FindField("review." + error.Path)?.Label.ToString()
           select (error.Path, sentence, label is null ? sentence : words.Texts["Shared.Errors.Of", label, sentence].Value),
    ];

    private static IEnumerable<ReviewForm> FormsOf(ServiceItem item, ReviewView review) =>
        item.ReviewForms.Where(form => form.Step == review.Task.StepCode && form.Outcomes.Any(review.Settings.Outcomes.Contains));
}
