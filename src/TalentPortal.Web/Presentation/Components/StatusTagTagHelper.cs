using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Components;

/// <summary>
/// <c>&lt;status-tag state="Model.Status" /&gt;</c> or <c>&lt;status-tag kind="info"&gt;words&lt;/status-tag&gt;</c>:
/// where something stands, in one word.
/// </summary>
[HtmlTargetElement("status-tag")]
public sealed class StatusTagTagHelper(IStringLocalizer texts) : TagHelper
{
    /// <summary>The state; its words are <c>Enum.{type}.{member}</c>, its look is in <see cref="StatusLook"/>.</summary>
    public Enum? State { get; set; }

    /// <summary>The look, where it does not follow from the state: wait, doing, fix, ok, no, info, pause.</summary>
    public string? Kind { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var words = await output.GetChildContentAsync();
        var kind = Kind ?? (State is null ? null : StatusLook.KindOf(State)) ?? "wait";
        var tag = Markup.Tag("span", "tp-tag").With("data-kind", kind);
        if (StatusLook.IconOf(kind) is { } icon) tag.Add(Markup.Icon(icon));
        if (!words.IsEmptyOrWhiteSpace) tag.Add(words);
        else if (State is not null) tag.Add(texts.Of(State));
        output.Become(tag);
    }
}
