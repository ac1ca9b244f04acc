using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace TalentPortal.Web.Presentation.Fields;

/// <summary>Draws the control inside a field.</summary>
internal static class ControlMarkup
{
    public static IHtmlContent Draw(FieldView field, IStringLocalizer texts) => field.Control switch
    {
        FieldControl.TextArea => TextArea(field, texts),
        FieldControl.Select => Select(field, texts),
        FieldControl.Radios => Choices(field, "radio"),
        FieldControl.Checks => Choices(field, "checkbox"),
        FieldControl.Checkbox => Checkbox(field),
        _ => Input(field),
    };

    private static TagBuilder Input(FieldView field)
    {
        var (type, mode) = field.Control switch
        {
            FieldControl.Number => ("text", "decimal"),
            FieldControl.Date => ("date", null),
            FieldControl.Password => ("password", null),
            FieldControl.Email => ("email", "email"),
            FieldControl.Phone => ("tel", "tel"),
            _ => ("text", (string?)null),
        };
        var isShort = field.IsShort || field.Control is FieldControl.Number or FieldControl.Date;
        return Wire(Markup.Tag("input", isShort ? "form-control tp-short" : "form-control"), field)
            .With("type", type)
            .With("inputmode", field.InputMode ?? mode)
            .With("maxlength", field.MaxLength?.ToString(CultureInfo.InvariantCulture))
            .With("value", field.Control is FieldControl.Password ? null : field.Value ?? "")
            .Flag("readonly", field.IsKnown);
    }

    private static HtmlContentBuilder TextArea(FieldView field, IStringLocalizer texts)
    {
        // The parser drops a line break right after the opening tag: write one, so that a text that begins with one keeps it.
        var area = Wire(Markup.Tag("textarea", "form-control"), field)
            .With("rows", field.Rows.ToString(CultureInfo.InvariantCulture))
            .With("maxlength", field.MaxLength?.ToString(CultureInfo.InvariantCulture))
            .Flag("readonly", field.IsKnown)
            .Add("\n" + field.Value);
        var content = new HtmlContentBuilder();
        content.AppendHtml(area);
        if (field.MaxLength is { } most)
        {
            content.AppendHtml(Markup.Tag("div", "tp-source", texts["Shared.Field.AtMost", most])
                .With("data-count-for", field.Id).With("data-count-text", texts["Shared.Field.Written"])
                .With("data-count-most", most.ToString(CultureInfo.InvariantCulture)));
        }
        return content;
    }

    private static TagBuilder Select(FieldView field, IStringLocalizer texts)
    {
        var select = Wire(Markup.Tag("select", field.IsShort ? "form-select tp-short" : "form-select"), field)
            .Flag("disabled", field.IsKnown)
            .With("data-parent-path", field.ParentPath);
        if (!field.Options.Any(option => option.Value.Length == 0))
            select.Add(Option(new FieldOption("", texts["Shared.Field.Choose"]), field));
        TagBuilder? group = null;
        foreach (var option in field.Options)
        {
            if (option.Group is null)
            {
                select.Add(Option(option, field));
                continue;
            }
            if (group is null || !string.Equals(group.Attributes["label"], option.Group, StringComparison.Ordinal))
            {
                group = Markup.Tag("optgroup").With("label", option.Group);
                select.Add(group);
            }
            group.Add(Option(option, field));
        }
        return select;
    }

    private static TagBuilder Option(FieldOption option, FieldView field) => Markup.Tag("option", text: option.Text)
        .With("value", option.Value)
        .With("data-parent", option.Parent)
        .Flag("selected", option.Value.Length > 0 && field.Values.Contains(option.Value, StringComparer.Ordinal));

    private static TagBuilder Choices(FieldView field, string type)
    {
        var list = Markup.Tag("div", "tp-choices");
        for (var i = 0; i < field.Options.Count; i++)
        {
            var option = field.Options[i];
            var input = Markup.Tag("input", "form-check-input").With("type", type).With("name", field.Name).With("value", option.Value)
                .With("id", string.Create(CultureInfo.InvariantCulture, $"{field.Id}-{i}"))
                .Flag("checked", field.Values.Contains(option.Value, StringComparer.Ordinal))
                .Flag("disabled", field.IsKnown)
                .With("aria-invalid", field.Error is null ? null : "true");
            list.Add(Markup.Tag("label", "form-check").Add(input, Markup.Tag("span", "form-check-label", option.Text)));
        }
        return list;
    }

    private static TagBuilder Checkbox(FieldView field)
    {
        var input = Wire(Markup.Tag("input", "form-check-input"), field).With("type", "checkbox").With("value", "true")
            .Flag("checked", field.Values.Contains("true", StringComparer.OrdinalIgnoreCase))
            .Flag("disabled", field.IsKnown);
        return Markup.Tag("label", "form-check").Add(input, Markup.Tag("span", "form-check-label", field.Label));
    }

    private static TagBuilder Wire(TagBuilder control, FieldView field) => control
        .With("id", field.Id)
        .With("name", field.Name)
        .With("aria-describedby", field.Unit is null ? field.DescribedBy : $"{field.DescribedBy} {field.Id}-u".Trim())
        .With("aria-invalid", field.Error is null ? null : "true")
        .With("aria-required", field.IsRequired ? "true" : null)
        .With("autocomplete", field.Autocomplete);
}
