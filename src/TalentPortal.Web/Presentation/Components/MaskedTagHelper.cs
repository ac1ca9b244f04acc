using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Presentation.Components;

/// <summary>
/// <c>&lt;masked value kind reveal-href /&gt;</c>: a value with its middle hidden and, where allowed, a button that shows it and
/// writes that into the log (a POST through the layout's form <c>tp-post</c>). The full value never stands in the page.
/// </summary>
[HtmlTargetElement("masked")]
public sealed class MaskedTagHelper(IStringLocalizer texts) : TagHelper
{
    /// <summary>The value; hidden here unless the kind is <see cref="MaskKind.None"/>.</summary>
    public string Value { get; set; } = "";

    /// <summary>What kind of value it is.</summary>
    public MaskKind Kind { get; set; }

    /// <summary>Where the POST that shows it goes; null when this reader may not.</summary>
    public string? RevealHref { get; set; }

    /// <summary>What it is, for the button's name, such as "ID number".</summary>
    public string? Label { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var root = Markup.Tag("span", "tp-masked").Add(Markup.Tag("span", "tp-nowrap", Masking.Hide(Value, Kind)));
        if (RevealHref is not null)
        {
            root.Add(" ", Markup.Tag("button", "tp-linkbutton", texts["Shared.Reveal"]).With("type", "submit").With("form", "tp-post")
                .With("formaction", RevealHref).With("aria-label", Label is null ? null : texts["Shared.RevealNamed", Label].Value));
        }
        output.Become(root);
    }
}
