using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentPortal.Web.Presentation.Components;

/// <summary><c>&lt;icon name="check" /&gt;</c>: a decorative Tabler icon, hidden from screen readers.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>The icon's name without <c>ti-</c>.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become(Markup.Icon(Name));
    }
}
