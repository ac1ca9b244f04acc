using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Seeding;

namespace TalentPortal.Web.Presentation.Components;

/// <summary><c>&lt;demo-tag of-case="…" /&gt;</c>: says that a case is made up; nothing for a real one.</summary>
[HtmlTargetElement("demo-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DemoTagTagHelper(DemoCases cases, IStringLocalizer texts) : TagHelper
{
    /// <summary>The case.</summary>
    public Guid OfCase { get; set; }

    /// <summary>The view being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (await cases.HasAsync(OfCase, ViewContext.HttpContext.RequestAborted))
            output.Become(Markup.Tag("span", "tp-tag", texts["Shared.Demo"]).With("data-kind", "wait"));
        else output.SuppressOutput();
    }
}
