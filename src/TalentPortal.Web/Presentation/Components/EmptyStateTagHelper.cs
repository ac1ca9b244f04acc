using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentPortal.Web.Presentation.Components;

/// <summary>
/// <c>&lt;empty-state icon title text&gt;one action&lt;/empty-state&gt;</c>: nothing here yet, what will be, and one thing to do.
/// </summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    /// <summary>The icon's name without <c>ti-</c>.</summary>
    public string Icon { get; set; } = "inbox";

    /// <summary>What is not there.</summary>
    public string Title { get; set; } = "";

    /// <summary>What will appear here; null for none.</summary>
    public string? Text { get; set; }

    /// <summary>Where the one action leads; null when the content brings its own.</summary>
    public string? ActionHref { get; set; }

    /// <summary>The action's words.</summary>
    public string? ActionText { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.Become(Markup.Tag("section", "tp-panel tp-empty").Add(
            Markup.Icon(Icon),
            Markup.Tag("h2", text: Title),
            Text is null ? null : Markup.Tag("p", text: Text),
            ActionHref is null ? null : Markup.Tag("a", "btn btn-primary", ActionText).With("href", ActionHref),
            content));
    }
}
