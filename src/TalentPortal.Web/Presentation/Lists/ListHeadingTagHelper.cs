using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TalentPortal.Web.Presentation.Lists;

/// <summary>
/// <c>&lt;list-heading head column&gt;</c>: the head of a column. Where the list can be ordered by it, it is a button that does.
/// </summary>
[HtmlTargetElement("list-heading")]
public sealed class ListHeadingTagHelper(IStringLocalizer texts, IUrlHelperFactory urls) : TagHelper
{
    /// <summary>What stands above the list.</summary>
    [HtmlAttributeNotBound]
    internal ListHead Shown => (ListHead)Head!;

    /// <summary>A <see cref="ListHead"/>.</summary>
    public object? Head { get; set; }

    /// <summary>A <see cref="ListColumn"/>.</summary>
    public object? Column { get; set; }

    /// <summary>The view being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var (head, column) = (Shown, (ListColumn)Column!);
        var heading = Markup.Tag("th").With("scope", "col");
        if (!column.IsSortable)
        {
            output.Become(heading.Add(texts[column.TextKey].Value));
            return;
        }

        var isSorted = head.Sort.Column == column.Key;
        var route = head.With("ListSort");
        route["sort"] = ListDeclaration.Write(head.Next(column));
        var button = Markup.Tag("button", "tp-linkbutton tp-sort", texts[column.TextKey]).With("type", "submit").With("form", "tp-list")
            .With("formaction", urls.GetUrlHelper(ViewContext).Page(pageName: null, route));
        if (isSorted)
        {
            heading.With("aria-sort", head.Sort.Descending ? "descending" : "ascending");
            button.Add(Markup.Icon(head.Sort.Descending ? "arrow-down" : "arrow-up"));
        }

        output.Become(heading.Add(button));
    }
}
