using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TalentPortal.Web.Presentation.Components;

/// <summary>
/// <c>&lt;bulk-bar&gt;buttons&lt;/bulk-bar&gt;</c>: what can be done with the selected rows. Place it inside the form around the table.
/// Script hides it while nothing is selected and counts; without script it always shows and the server answers.
/// </summary>
[HtmlTargetElement("bulk-bar")]
public sealed class BulkBarTagHelper(IStringLocalizer texts) : TagHelper
{
    /// <summary>What it will leave out, in a sentence; null for none.</summary>
    public string? LeftOut { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var buttons = await output.GetChildContentAsync();
        output.Become(Markup.Tag("div", "tp-bulk").With("data-bulk", "").Add(
            Markup.Tag("span").With("role", "status").With("data-bulk-count", texts["Shared.Bulk.Selected"])
                .Add(texts["Shared.Bulk.Choose"]),
            buttons,
            LeftOut is null ? null : Markup.Tag("span", "tp-small ms-auto tp-hide-sm", LeftOut),
            Markup.Tag("button", "btn", texts["Shared.Bulk.Clear"]).With("type", "button").Flag("hidden", true).With("data-bulk-clear", "")
                .Add(" ", Markup.Tag("kbd", text: "Esc"))));
    }
}
