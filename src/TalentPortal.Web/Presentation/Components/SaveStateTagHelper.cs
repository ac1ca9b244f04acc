using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Components;

/// <summary>
/// <c>&lt;save-state saved-at="…" /&gt;</c>: says when the form was last saved. The autosave script changes the words; they all come
/// from here, as attributes.
/// </summary>
[HtmlTargetElement("save-state")]
public sealed class SaveStateTagHelper(IStringLocalizer texts, DisplayFormat display) : TagHelper
{
    /// <summary>When the draft was last saved; null when never.</summary>
    public DateTimeOffset? SavedAt { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var words = SavedAt is { } at ? texts["Shared.Save.SavedAt", display.Time(at)].Value : texts["Shared.Save.Never"].Value;
        output.Become(Markup.Tag("span", "tp-save-state tp-small tp-muted").With("role", "status").With("data-save-state", "saved")
            .With("data-saved", texts["Shared.Save.SavedAt"])
            .With("data-saving", texts["Shared.Save.Saving"])
            .With("data-failed", texts["Shared.Save.Failed"])
            .With("data-conflict", texts["Shared.Save.Conflict"])
            .With("data-found", texts["Shared.Save.Found"])
            .With("data-restore", texts["Shared.Save.Restore"])
            .With("data-discard", texts["Shared.Save.Discard"])
            .Add(Markup.Icon("cloud-check"), " ", Markup.Tag("span", text: words).With("data-save-words", "")));
    }
}
