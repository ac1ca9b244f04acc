using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentPortal.Web.Presentation.Components;

/// <summary><c>&lt;note kind="warn" title="…"&gt;words&lt;/note&gt;</c>: something to know before going on.</summary>
[HtmlTargetElement("note")]
public sealed class NoteTagHelper : TagHelper
{
    /// <summary>info, pause, warn or ok.</summary>
    public string Kind { get; set; } = "info";

    /// <summary>A first line in bold; null for none.</summary>
    public string? Title { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var words = await output.GetChildContentAsync();
        output.Become(Markup.Tag("div", "tp-note").With("data-kind", Kind)
            .Add(Title is null ? null : Markup.Tag("strong", text: Title), words));
    }
}
