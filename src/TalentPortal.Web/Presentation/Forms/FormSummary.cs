using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Web.Presentation.Fields;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>One line of a summary.</summary>
/// <param name="Label">What was asked.</param>
/// <param name="Value">What was answered, secrets masked; null when nothing.</param>
/// <param name="Files">What was uploaded.</param>
public sealed record SummaryLine(string Label, string? Value, IReadOnlyList<FileView> Files);

/// <summary>One page of a form, answered.</summary>
/// <param name="Part">The page.</param>
/// <param name="Lines">Its lines.</param>
public sealed record SummaryPart(FormPart Part, IReadOnlyList<SummaryLine> Lines);

/// <summary>Writes what was answered as people read it, hidden fields left out.</summary>
public sealed class FormSummary(RuleContext context, FormVisibility visibility, FormState state, PortalWords words)
{
    /// <summary>The pages with their answers.</summary>
    public IReadOnlyList<SummaryPart> Of(IEnumerable<FormPart> parts) => [.. parts.Select(part => new SummaryPart(part, part.Section is null
        ? [.. part.Materials.Select(material => new SummaryLine(material.Name.ToString(), Value: null, [.. state.Files[material.Code]]))]
        : [.. part.Section.Fields.Where(visibility.IsShown).SelectMany(Lines)]))];

    private IEnumerable<SummaryLine> Lines(FormField field)
    {
        var answer = state.Answers.Find(field.Code);
        return field.Type switch
        {
            FieldType.File => [new SummaryLine(field.Label.ToString(), Value: null, [.. state.Files[field.Material!]])],
            FieldType.Person => field.Fields.Where(child => visibility.IsShown(field, child, row: null))
                .Select(child => Line(child, (answer as AnswerValue.Group)?.Fields.GetValueOrDefault(child.Code)) with
                {
                    Label = words.Texts["Applications.Check.Part", field.Label.ToString(), child.Label.ToString()],
                }),
            FieldType.Rows when answer is AnswerValue.Rows rows => rows.Items.Select((row, place) => Row(field, row, place)),
            _ => [Line(field, answer)],
        };
    }

    private SummaryLine Row(FormField field, AnswerValue.Group row, int place)
    {
        var parts = from child in field.Fields
                    where visibility.IsShown(field, child, row)
                    let value = AnswerWords.Read(context, child, row.Fields.GetValueOrDefault(child.Code), words)
                    where value is not null
                    select $"{child.Label} {value}";
        return new SummaryLine($"{field.Label} {place + 1}", string.Join(words.Texts["Applications.Check.Separator"], parts), []);
    }

    private SummaryLine Line(FormField field, AnswerValue? answer) =>
        new(field.Label.ToString(), AnswerWords.Read(context, field, answer, words), []);
}
