using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Fields;

/// <summary>
/// <c>&lt;file-field view="…" /&gt;</c>: a question answered with files. Without script the files travel with the form
/// (<c>enctype="multipart/form-data"</c>); with script each is sent at once, with its progress.
/// </summary>
[HtmlTargetElement("file-field")]
public sealed class FileFieldTagHelper(IStringLocalizer texts, DisplayFormat display) : TagHelper
{
    /// <summary>What to show.</summary>
    public FileFieldView? View { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var field = View ?? throw new InvalidOperationException("A file field needs 'view'.");
        var root = Markup.Tag("div", field.Error is null ? "tp-field" : "tp-field is-bad")
            .With("data-field", field.Name)
            .With("data-shown-when", BrowserCondition.Json(field.ShownWhen));
        var label = Markup.Tag("label", "tp-label", field.Label).With("for", field.Id);
        if (!field.IsRequired) label.Add(" ", Markup.Tag("span", "opt", texts["Shared.Field.Optional"]));
        root.Add(label, Hint(field), Error(field), Rows(field));
        if (field.Files.Count < field.MaxFiles) root.Add(Drop(field));
        output.Become(root);
    }

    private TagBuilder Hint(FileFieldView field)
    {
        var hint = Markup.Tag("div", "tp-hint").With("id", field.Id + "-h").Add(field.Hint is null ? null : field.Hint + " ",
            texts["Shared.File.Limits", Formats(field), display.Size(field.MaxBytes), field.MaxFiles]);
        return field.TemplateHref is null ? hint
            : hint.Add(" ", Markup.Tag("a", text: texts["Shared.File.Template"]).With("href", field.TemplateHref));
    }

    private TagBuilder? Error(FileFieldView field) => field.Error is null ? null
        : Markup.Tag("div", "tp-error").With("id", field.Id + "-e")
            .Add(Markup.Tag("span", "visually-hidden", texts["Shared.Field.ErrorPrefix"]), field.Error);

    private TagBuilder Rows(FileFieldView field)
    {
        var rows = Markup.Tag("div").With("data-file-rows", "");
        foreach (var file in field.Files) rows.Add(FileRowTagHelper.Row(file, texts, display));
        return rows;
    }

    private TagBuilder Drop(FileFieldView field)
    {
        var control = Markup.Tag("input", "form-control").With("type", "file").With("id", field.Id).With("name", field.Name)
            .With("accept", field.Accept)
            .Flag("multiple", field.MaxFiles > 1)
            .With("aria-describedby", field.Error is null ? field.Id + "-h" : $"{field.Id}-h {field.Id}-e")
            .With("aria-invalid", field.Error is null ? null : "true");
        return Markup.Tag("div", "tp-drop mt-3")
            .With("data-upload", field.UploadHref)
            .With("data-max-bytes", field.MaxBytes.ToString(CultureInfo.InvariantCulture))
            .With("data-max-files", field.MaxFiles.ToString(CultureInfo.InvariantCulture))
            .With("data-text-progress", texts["Shared.File.Progress"])
            .With("data-text-waiting", texts["Shared.File.Waiting"])
            .With("data-text-failed", texts["Shared.File.Failed"])
            .With("data-text-too-big", texts["Shared.File.TooBig", display.Size(field.MaxBytes)])
            .With("data-text-too-many", texts["Shared.File.TooMany", field.MaxFiles])
            .With("data-text-cancel", texts["Shared.File.Cancel"])
            .With("data-text-retry", texts["Shared.File.Retry"])
            .Add(control, Markup.Tag("span", "tp-muted tp-small tp-hide-sm", texts["Shared.File.OrDrop"])
                .Flag("hidden", true).With("data-drop-hint", ""));
    }

    private string Formats(FileFieldView field) => string.Join(
        texts["Shared.ListSeparator"],
        field.Accept.Split(',').Select(f => f.Trim().TrimStart('.').ToUpperInvariant()).Where(f => f is not "JPEG"));
}
