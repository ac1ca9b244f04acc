using System.Globalization;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Materials;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>
/// Checks answers against their form: one object checks one state of one form. Hidden fields are neither required nor kept.
/// </summary>
public sealed class AnswerValidator
{
    private readonly RuleContext context;
    private readonly FormVisibility visibility;
    private readonly FieldCheck fieldCheck;
    private readonly FormAnswers answers;
    private readonly List<FieldError> errors = [];

    private AnswerValidator(RuleContext context, FormAnswers answers, IReadOnlyDictionary<string, int> files)
    {
        visibility = new FormVisibility(context, answers, files);
        (this.context, this.answers) = (context, visibility.ShownAnswers());
        fieldCheck = new FieldCheck(context);
    }

    /// <summary>Checks a form.</summary>
    /// <param name="context">Item, local day, policy figures, code tables.</param>
    /// <param name="answers">Answers, those of hidden fields included.</param>
    /// <param name="files">Number of usable files by material code.</param>
    /// <param name="mode">How much is checked.</param>
    /// <param name="section">The section, when <paramref name="mode"/> is <see cref="ValidationMode.Section"/>.</param>
    public static AnswerValidation Validate(
        RuleContext context, FormAnswers answers, IReadOnlyDictionary<string, int> files, ValidationMode mode, FormSection? section = null)
    {
        var validator = new AnswerValidator(context, answers, files);
        IEnumerable<FormSection> sections = mode is ValidationMode.Section && section is not null ? [section] : context.Item.Form.Sections;
        foreach (var field in sections.SelectMany(s => s.Fields).Where(validator.visibility.IsShown))
            validator.CheckField(field, mode is not ValidationMode.Draft);
        if (mode is ValidationMode.Submit) validator.CheckWhole();
        return new AnswerValidation(validator.answers, validator.errors);
    }

    private void CheckField(FormField field, bool demand)
    {
        var value = answers.Find(field.Code);
        if (field.Type is FieldType.File)
        {
            CheckMaterial(context.Item.FindMaterial(field.Material!)!, field.Code, demand);
            return;
        }

        if (value is null)
        {
            if (demand && IsRequired(field, visibility.Evaluator)) errors.Add(new FieldError(field.Code, Missing(field)));
            return;
        }

        switch (value)
        {
            case AnswerValue.Group group when field.Type is FieldType.Person:
                CheckBlock(field, field.Code, group, visibility.Evaluator, row: null, demand);
                break;
            case AnswerValue.Rows rows:
                CheckRows(field, rows, demand);
                break;
            default:
                Add(field.Code, fieldCheck.Check(field, value, visibility.Evaluator));
                break;
        }
    }

    private static Refusal Missing(FormField field) =>
        field.Type is FieldType.Rows ? new TooFewRows(Math.Max(field.MinRows, 1)) : AnswerMissing.Of(field);

    private void CheckRows(FormField field, AnswerValue.Rows rows, bool demand)
    {
        if (rows.Items.Count > field.MaxRows) errors.Add(new FieldError(field.Code, new TooManyRows(field.MaxRows)));
        if (demand && rows.Items.Count < field.MinRows) errors.Add(new FieldError(field.Code, new TooFewRows(field.MinRows)));
        for (var i = 0; i < Math.Min(rows.Items.Count, field.MaxRows); i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{field.Code}[{i}]");
            CheckBlock(field, path, rows.Items[i], visibility.EvaluatorIn(field, rows.Items[i]), rows.Items[i], demand);
        }
    }

    private void CheckBlock(
        FormField block, string path, AnswerValue.Group group, RuleEvaluator evaluator, AnswerValue.Group? row, bool demand)
    {
        foreach (var child in block.Fields.Where(c => visibility.IsShown(block, c, row)))
        {
            if (group.Fields.GetValueOrDefault(child.Code) is { } value)
                Add($"{path}.{child.Code}", fieldCheck.Check(child, value, evaluator));
            else if (demand && IsRequired(child, evaluator)) errors.Add(new FieldError($"{path}.{child.Code}", AnswerMissing.Of(child)));
        }
    }

    private void CheckWhole()
    {
        var onForm = context.Item.Form.Fields.Where(f => f.Type is FieldType.File)
            .Select(f => f.Material).ToHashSet(StringComparer.Ordinal);
        foreach (var material in context.Item.Materials.Where(m => m.UploadedByApplicant && !onForm.Contains(m.Code)))
            CheckMaterial(material, $"materials.{material.Code}", demand: true);
        foreach (var check in context.Item.Checks.Where(c => visibility.Evaluator.Trace(c.Must).Outcome is Truth.No))
            errors.Add(new FieldError(check.Path, new AnswersDoNotFit(check.Message)));
    }

    private void CheckMaterial(MaterialRule material, string path, bool demand)
    {
        var need = MaterialNeed.Of(context.Item, material, visibility);
        if (need.Present > material.MaxCount) errors.Add(new FieldError(path, new TooManyFiles(material.Name, material.MaxCount)));
        if (demand && need.IsMissing) errors.Add(new FieldError(path, new MaterialMissing(material.Name, need.Least)));
    }

    private static bool IsRequired(FormField field, RuleEvaluator evaluator) =>
        field.Required || (field.RequiredWhen is { } when && evaluator.Holds(when));

    private void Add(string path, Refusal? refusal)
    {
        if (refusal is not null) errors.Add(new FieldError(path, refusal));
    }
}
