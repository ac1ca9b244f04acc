using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Fields;

/// <summary><c>&lt;file-row file="…" /&gt;</c>: one file that has been handed in; also what an upload answers with.</summary>
[HtmlTargetElement("file-row")]
public sealed class FileRowTagHelper(IStringLocalizer texts, DisplayFormat display) : TagHelper
{
    /// <summary>The file; null renders nothing.</summary>
    public FileView? File { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (File is null) output.SuppressOutput();
        else output.Become(Row(File, texts, display));
    }

    /// <summary>The row of a file.</summary>
    internal static TagBuilder Row(FileView file, IStringLocalizer texts, DisplayFormat display)
    {
        var facts = file.Note is null ? display.Size(file.Bytes) : texts["Shared.File.Facts", display.Size(file.Bytes), file.Note].Value;
        var name = Markup.Tag("b").Add(file.Href is null ? file.Name : Markup.Tag("a", text: file.Name).With("href", file.Href));
        return Markup.Tag("div", "tp-file").With("data-file", file.Id).Add(
            Markup.Icon(IconOf(file.ContentType)),
            Markup.Tag("div").Add(name, Markup.Tag("span", "tp-small tp-muted", facts)),
            file.RemoveHref is null ? null : Remove(file, texts));
    }

    private static TagBuilder Remove(FileView file, IStringLocalizer texts) =>
        Markup.Tag("button", "btn btn-ghost", texts["Shared.File.Remove"])
            .With("type", "submit").With("name", "file").With("value", file.Id)
            .With("formaction", file.RemoveHref).With("formmethod", "post")
            .Flag("formnovalidate", true)
            .With("aria-label", texts["Shared.File.RemoveNamed", file.Name]);

    private static string IconOf(string contentType) => contentType switch
    {
        "application/pdf" => "file-type-pdf",
        _ when contentType.StartsWith("image/", StringComparison.Ordinal) => "photo",
        _ when contentType.StartsWith("video/", StringComparison.Ordinal) => "video",
        _ => "file",
    };
}
