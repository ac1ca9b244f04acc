using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Presentation.Components;

/// <summary>
/// <c>&lt;kbd-hints page="inbox" /&gt;</c>: the shortcuts of a page, with a switch that turns them off in this browser.
/// </summary>
[HtmlTargetElement("kbd-hints")]
public sealed class KbdHintsTagHelper(IStringLocalizer texts) : TagHelper
{
    /// <summary>inbox or review.</summary>
    public string Page { get; set; } = "inbox";

    /// <summary>The shortcuts; null for the page's own.</summary>
    public IReadOnlyList<KeyHint>? Hints { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var row = Markup.Tag("div", "tp-row tp-small tp-muted tp-hide-sm").With("data-key-hints", Page);
        foreach (var hint in Hints ?? OfPage())
        {
            var item = Markup.Tag("span");
            foreach (var key in hint.Keys.Split(' ')) item.Add(Markup.Tag("kbd", text: key), " ");
            row.Add(item.Add(hint.Text));
        }
        row.Add(Markup.Tag("button", "tp-linkbutton", texts["Shared.Keys.Off"]).With("type", "button").Flag("hidden", true)
            .With("data-keys-switch", texts["Shared.Keys.On"]).With("aria-pressed", "false"));
        output.Become(row);
    }

    private IReadOnlyList<KeyHint> OfPage() => string.Equals(Page, "review", StringComparison.Ordinal)
        ?
        [
            new("1 2 3 4", texts["Shared.Keys.Choose"]),
            new("[ ]", texts["Shared.Keys.Neighbours"]),
            new("Ctrl Enter", texts["Shared.Keys.Sign"]),
        ]
        :
        [
            new("J K", texts["Shared.Keys.Move"]),
            new("X", texts["Shared.Keys.Select"]),
            new("Enter", texts["Shared.Keys.Open"]),
            new("/", texts["Shared.Keys.Search"]),
        ];
}
