using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Materials;
using TalentPortal.Core.Files;
using TalentPortal.Web.Presentation.Fields;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>Lays the fields of any service item out for a page, with what was answered, what is wrong and what is known already.</summary>
internal sealed class FormNodes(IStringLocalizer texts)
{
    private const string TemplateRow = "__i__";
    private readonly FieldViews views = new(texts);

    /// <summary>The nodes of these top-level fields.</summary>
    public IReadOnlyList<FormNode> Of(FormState state, IEnumerable<FormField> fields) => [.. fields.Select(field => Node(state, field))];

    /// <summary>The nodes of materials that stand on no form, as a page of their own.</summary>
    public IReadOnlyList<FormNode> Of(FormState state, IEnumerable<MaterialRule> materials) =>
        [.. materials.Select(material => Upload(state, material, field: null))];

    private FormNode Node(FormState state, FormField field) => field.Type switch
    {
        FieldType.File => Upload(state, state.Context.Item.FindMaterial(field.Material!)!, field),
        FieldType.Person => new FormNode.Block(
            views.Head(field, Error(state, field.Code)),
            [.. field.Fields.Select(child => Question(state, child, $"{field.Code}.{child.Code}", childPath: null))]),
        FieldType.Rows => Rows(state, field),
        _ => Question(state, field, field.Code, childPath: null),
    };

    private FormNode.Question Question(FormState state, FormField field, string path, string? childPath)
    {
        var values = Values(state, path);
        var prefill = values.Count == 0 && state.Typed is null ? state.Prefills.GetValueOrDefault(path) : null;
        var view = views.Of(state.Context, field, path, prefill is null ? values : [prefill.Shown]) with
        {
            Path = childPath,
            Error = Error(state, path),
        };
        return new FormNode.Question(prefill is null ? view : view with { Source = texts[prefill.SourceKey] });
    }

    private FormNode.RowList Rows(FormState state, FormField field)
    {
        var count = state.Typed is { } typed
            ? PostedRows.Numbers(typed.Keys, field.Code).Count
            : (state.Answers.Find(field.Code) as AnswerValue.Rows)?.Items.Count ?? 0;
        if (string.Equals(state.AddRowTo, field.Code, StringComparison.Ordinal) || (count == 0 && field.Required)) count++;
        return new FormNode.RowList(
            views.Head(field, Error(state, field.Code)),
            [.. Enumerable.Range(0, Math.Min(count, field.MaxRows))
                .Select(i => Row(state, field, i, i.ToString(CultureInfo.InvariantCulture)))],
            Row(state with { Typed = new Dictionary<string, StringValues>(StringComparer.Ordinal) }, field, 0, TemplateRow),
            field.MaxRows);
    }

    private FormRow Row(FormState state, FormField field, int place, string number)
    {
        var name = $"{field.Code}[{number}]";
        return new FormRow(place + 1, name, Origin(state, field, place, name),
            [.. field.Fields.Select(child => Question(state, child, $"{name}.{child.Code}", child.Code))]);
    }

    private static string? Origin(FormState state, FormField field, int place, string name)
    {
        if (state.Typed is { } typed) return typed.TryGetValue($"{name}.{PostedRows.Origin}", out var sent) ? sent.ToString() : null;
        return (state.Answers.Find(field.Code) as AnswerValue.Rows)?.Items.Count > place
            ? place.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private FormNode.Upload Upload(FormState state, MaterialRule material, FormField? field)
    {
        var path = field?.Code ?? "materials." + material.Code;
        var visibility = new FormVisibility(state.Context, state.Answers, state.FileCounts);
        var help = field is null ? null : views.Hint(field);
        var extra = material.Help.ToString();
        var view = new FileFieldView
        {
            Name = path,
            Label = (field?.Label ?? material.Name).ToString(),
            Hint = help ?? (extra.Length == 0 ? null : extra),
            Error = Error(state, path),
            IsRequired = field?.Required == true
                || (!material.Optional && (material.RequiredWhen is null || visibility.Evaluator.Holds(material.RequiredWhen))),
            Accept = string.Join(',', Extensions(material)),
            MaxBytes = Math.Min(material.MaxBytes, FileSniffer.MaximumBytes),
            MaxFiles = material.MaxCount,
            Files = [.. state.Files[material.Code]],
            UploadHref = state.UploadHref is null ? null : state.UploadHref + Uri.EscapeDataString(material.Code),
            ShownWhen = field?.ShownWhen,
            TemplateHref = material.Sample.Length == 0 ? null : "/" + material.Sample,
        };
        return new FormNode.Upload(view, material.Code, [.. state.Reusable[material.Code]]);
    }

    /// <summary>What the material takes and the portal can examine, with dots.</summary>
    internal static IReadOnlyList<string> Extensions(MaterialRule material) =>
        [.. material.FileTypes.Select(type => "." + type)
            .Where(type => FileFormat.All.Any(format => format.Extensions.Contains(type, StringComparer.Ordinal)))];

    private static IReadOnlyList<string> Values(FormState state, string path)
    {
        if (state.Typed is null) return AnswerWords.Sent(state.Answers.Find(path));
        return state.Typed.TryGetValue(path, out var typed) ? [.. typed.Select(value => value ?? "")] : [];
    }

    private static string? Error(FormState state, string path) => state.Errors.GetValueOrDefault(path);
}
