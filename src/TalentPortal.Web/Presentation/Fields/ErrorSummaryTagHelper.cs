using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TalentPortal.Web.Presentation.Fields;

/// <summary>
/// <c>&lt;error-summary /&gt;</c>: once, on top of a form: all that is wrong, in page order, each a link to its field.
/// Renders nothing while nothing is wrong. It takes the focus when the page opens.
/// </summary>
[HtmlTargetElement("error-summary")]
public sealed class ErrorSummaryTagHelper(IStringLocalizer texts) : TagHelper
{
    /// <summary>The fields of a form that is data, in page order; null to read the model state in the order of the properties.</summary>
    public IReadOnlyList<FieldView>? Fields { get; set; }

    /// <summary>The view being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var errors = new ErrorList(ViewContext.ViewData, texts).InPageOrder(Fields);
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        var list = Markup.Tag("ul");
        foreach (var (id, words) in errors)
            list.Add(Markup.Tag("li").Add(id is null ? words : Markup.Tag("a", text: words).With("href", "#" + id)));
        output.Become(Markup.Tag("div", "tp-errors mb-4").With("role", "alert").With("tabindex", "-1").With("aria-labelledby", "tp-errors")
            .With("data-errors", "")
            .Add(Markup.Tag("h2", text: texts["Shared.Errors.Title", errors.Count]).With("id", "tp-errors"), list));
    }
}
