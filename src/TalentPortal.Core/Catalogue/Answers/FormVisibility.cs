using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>
/// Which fields of a form are shown, given its answers. What is hidden counts as blank for whatever depends on it. One object
/// serves one form with one state of its answers, on one thread.
/// </summary>
public sealed class FormVisibility
{
    private static readonly Dictionary<string, int> NoFiles = [];
    private readonly ServiceForm form;
    private readonly FormAnswers answers;
    private readonly FormAnswers review;
    private readonly RuleContext context;
    private readonly Dictionary<string, bool> shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AnswerValue?> blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormSection> sections;

    /// <summary>The visibility of these answers.</summary>
    /// <param name="context">Item, day, figures and tables.</param>
    /// <param name="answers">Answers, hidden ones included.</param>
    /// <param name="files">Number of files by material code; null: none yet.</param>
    /// <param name="review">What reviewers entered; null: nothing yet.</param>
    public FormVisibility(
        RuleContext context, FormAnswers answers, IReadOnlyDictionary<string, int>? files = null, FormAnswers? review = null)
    {
        (this.context, this.answers, this.review, form) = (context, answers, review ?? FormAnswers.Empty, context.Item.Form);
        var counts = files ?? NoFiles;
        Inputs = new RuleInputs(Read, code => counts.GetValueOrDefault(code));
        Evaluator = new RuleEvaluator(context, Inputs);
        sections = form.Sections.SelectMany(s => s.Fields, (s, f) => (s, f)).ToDictionary(p => p.f.Code, p => p.s, StringComparer.Ordinal);
    }

    /// <summary>What rules read: hidden answers are blank.</summary>
    public RuleInputs Inputs { get; }

    /// <summary>Evaluates rules over the shown answers.</summary>
    public RuleEvaluator Evaluator { get; }

    /// <summary>Whether the section's page is shown.</summary>
    public bool IsShown(FormSection section) => section.ShownWhen is null || Evaluator.Holds(section.ShownWhen);

    /// <summary>Whether a top-level field, and the section it stands in, is shown.</summary>
    public bool IsShown(FormField field)
    {
        if (shown.TryGetValue(field.Code, out var known)) return known;
        var result = IsShown(sections[field.Code]) && (field.ShownWhen is null || Evaluator.Holds(field.ShownWhen));
        shown[field.Code] = result;
        return result;
    }

    /// <summary>Whether a field of a block is shown.</summary>
    /// <param name="block">The block.</param>
    /// <param name="child">The field.</param>
    /// <param name="row">The row it stands in; null in a person block.</param>
    public bool IsShown(FormField block, FormField child, AnswerValue.Group? row) =>
        child.ShownWhen is null || EvaluatorIn(block, row).Holds(child.ShownWhen);

    /// <summary>Evaluates rules from within a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="row">The row; null in a person block.</param>
    public RuleEvaluator EvaluatorIn(FormField block, AnswerValue.Group? row) =>
        row is null ? Evaluator : new RuleEvaluator(context, Inputs.InRow(block, row));

    /// <summary>The answers without those of hidden fields: what may be kept.</summary>
    public FormAnswers ShownAnswers()
    {
        var kept = new Dictionary<string, AnswerValue>(StringComparer.Ordinal);
        foreach (var field in form.Fields)
        {
            if (Read(field.Code) is { } value) kept[field.Code] = value;
        }

        return new FormAnswers(kept);
    }

    private AnswerValue? Read(string path)
    {
        if (form.Find(path) is { } field && sections.ContainsKey(field.Code) && !path.Contains('.', StringComparison.Ordinal))
            return IsShown(field) ? ShownBlock(field) : null;
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && form.Find(path[..dot]) is { Type: FieldType.Person } person)
        {
            return IsShown(person) && form.Find(path) is { } child && IsShown(person, child, row: null) ? answers.Find(path) : null;
        }

        const string reviewPrefix = "review.";
        return path.StartsWith(reviewPrefix, StringComparison.Ordinal) ? review.Find(path[reviewPrefix.Length..]) : null;
    }

    private AnswerValue? ShownBlock(FormField field)
    {
        if (field.Fields.Count == 0 || answers.Find(field.Code) is not { } value) return answers.Find(field.Code);
        if (blocks.TryGetValue(field.Code, out var known)) return known;
        AnswerValue? block = value switch
        {
            AnswerValue.Group group => ShownGroup(field, group, row: null),
            AnswerValue.Rows rows =>
                new AnswerValue.Rows([.. rows.Items.Select(row => ShownGroup(field, row, row)).OfType<AnswerValue.Group>()]),
            _ => null,
        };
        blocks[field.Code] = block;
        return block;
    }

    private AnswerValue.Group? ShownGroup(FormField block, AnswerValue.Group group, AnswerValue.Group? row)
    {
        var kept = group.Fields.ToDictionary(StringComparer.Ordinal);
        foreach (var child in block.Fields.OrderBy(c => Depth(block, c)))
        {
            var current = row is null ? null : new AnswerValue.Group(kept);
            if (kept.ContainsKey(child.Code) && !IsShown(block, child, current)) kept.Remove(child.Code);
        }

        return kept.Count == 0 ? null : new AnswerValue.Group(kept);
    }

    /// <summary>How many siblings stand in a chain before this one: those must be decided first.</summary>
    private static int Depth(FormField block, FormField child) => child.ShownWhen is null ? 0 : RulePaths.Of(child.ShownWhen)
        .Select(path => block.Fields.FirstOrDefault(f => string.Equals(f.Code, path, StringComparison.Ordinal)))
        .OfType<FormField>().Select(sibling => Depth(block, sibling) + 1).DefaultIfEmpty(0).Max();
}
