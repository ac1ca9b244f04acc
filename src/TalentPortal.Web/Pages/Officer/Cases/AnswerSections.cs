using Microsoft.Extensions.Localization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Pages.Officer.Cases;

/// <summary>One answer in words.</summary>
/// <param name="Path">Its path in the form.</param>
/// <param name="Label">What was asked.</param>
/// <param name="Value">The answer; secrets masked.</param>
/// <param name="IsSecret">Whether it is kept encrypted.</param>
internal sealed record AnswerLine(string Path, string Label, string Value, bool IsSecret);

/// <summary>The answers of one section of a form.</summary>
/// <param name="Title">The section's title.</param>
/// <param name="Lines">Its answers in page order; blank ones are left out.</param>
internal sealed record AnswerSection(string Title, IReadOnlyList<AnswerLine> Lines);

/// <summary>Puts the answers of a case into words.</summary>
internal sealed class AnswerSections(CodeTables tables, DisplayFormat display, IStringLocalizer texts)
{
    /// <summary>The texts in which it speaks.</summary>
    public IStringLocalizer Texts => texts;

    /// <summary>The portal's code tables.</summary>
    public CodeTables Tables => tables;

    /// <summary>The answers by section, in page order.</summary>
    public IReadOnlyList<AnswerSection> Of(CaseFile file)
    {
        var codes = new ItemCodes(file.Item, tables);
        return [.. file.Item.Form.Sections
            .Select(section => new AnswerSection(section.Title.ToString(), [.. section.Fields.SelectMany(field =>
                Lines(file, codes, field, new Place(field.Code, field.Label.ToString()),
                    file.Answers.Values.GetValueOrDefault(field.Code)))]))
            .Concat(file.Item.ReviewForms.Select(form => new AnswerSection(form.Title.ToString(), Lines(codes, form.Fields, file.Entries))))
            .Where(section => section.Lines.Count > 0)];
    }

    /// <summary>What was entered along with a decision.</summary>
    public IReadOnlyList<AnswerLine> Of(CaseFile file, CaseFileDecision decision) =>
        Lines(new ItemCodes(file.Item, tables), file.Item.ReviewForms.SelectMany(form => form.Fields), decision.Fields);

    private IReadOnlyList<AnswerLine> Lines(ItemCodes codes, IEnumerable<FormField> fields, FormAnswers answers) =>
        [.. from field in fields
            let value = answers.Find(field.Code)
            where value is not null
            select new AnswerLine(field.Code, field.Label.ToString(), Words(codes, field, value), IsSecret: false)];

    private IEnumerable<AnswerLine> Lines(CaseFile file, ItemCodes codes, FormField field, Place place, AnswerValue? value) => value switch
    {
        null => [],
        AnswerValue.Group group => Children(file, codes, field, place, group),
        AnswerValue.Rows rows => rows.Items.SelectMany((row, index) =>
            Children(file, codes, field, new Place($"{place.Path}[{index}]", texts["Reviews.Answer.Row", place.Label, index + 1]), row)),
        _ => [new AnswerLine(place.Path, place.Label, Words(codes, field, value), file.SecretPaths.Contains(place.Path))],
    };

    private IEnumerable<AnswerLine> Children(CaseFile file, ItemCodes codes, FormField field, Place place, AnswerValue.Group group) =>
        field.Fields.SelectMany(child => Lines(file, codes, child,
            new Place($"{place.Path}.{child.Code}", texts["Reviews.Answer.Part", place.Label, child.Label.ToString()]),
            group.Fields.GetValueOrDefault(child.Code)));

    private string Words(ItemCodes codes, FormField field, AnswerValue value) => value switch
    {
        AnswerValue.Text text => field.CodeTable is { } table ? codes.Label(table, text.Value).ToString() : text.Value,
        AnswerValue.Codes several =>
            string.Join(texts["Shared.ListSeparator"].Value, several.Values.Select(code => Label(codes, field, code))),
        AnswerValue.Number number => $"{display.Number(number.Value, 6)} {field.Unit}".TrimEnd(),
        AnswerValue.YesNo yes => texts[yes.Value ? "Reviews.Answer.Yes" : "Reviews.Answer.No"],
        AnswerValue.Date date => display.Date(date.Value),
        AnswerValue.Masked masked => masked.Shown,
        AnswerValue.Unreadable raw => raw.Raw,
        _ => "",
    };

    private static string Label(ItemCodes codes, FormField field, string code) =>
        field.CodeTable is { } table ? codes.Label(table, code).ToString() : code;

    private readonly record struct Place(string Path, string Label);
}
