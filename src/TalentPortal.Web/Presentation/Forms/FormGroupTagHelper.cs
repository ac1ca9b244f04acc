using Microsoft.AspNetCore.Razor.TagHelpers;
using TalentPortal.Web.Presentation.Fields;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary><c>&lt;fieldset group="…"&gt;</c>: a block of fields or a list of rows, wired for conditions and error links.</summary>
[HtmlTargetElement("fieldset", Attributes = "group")]
public sealed class FormGroupTagHelper : TagHelper
{
    /// <summary>Name and conditions.</summary>
    public FieldView Group { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Attributes.SetAttribute("id", Group.Id);
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-field", Group.Name);
        output.Attributes.SetAttribute("data-path", Group.Name);
        if (BrowserCondition.Json(Group.ShownWhen) is { } condition) output.Attributes.SetAttribute("data-shown-when", condition);
    }
}
