using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Presentation.Components;

/// <summary><c>&lt;due-light due="…" /&gt;</c>: the time left, as shape, colour and words. Content replaces the words.</summary>
[HtmlTargetElement("due-light")]
public sealed class DueLightTagHelper(IStringLocalizer texts) : TagHelper
{
    /// <summary>What to show; null renders nothing.</summary>
    public DueView? Due { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Due is null)
        {
            output.SuppressOutput();
            return;
        }
        var words = await output.GetChildContentAsync();
        var light = Markup.Tag("span", "tp-light").With("data-light", Name(Due.Light));
        output.Become(words.IsEmptyOrWhiteSpace ? light.Add(Words(texts, Due)) : light.Add(words));
    }

    /// <summary>The value of <c>data-light</c>.</summary>
    internal static string Name(DueLight light) => light switch
    {
        DueLight.Green => "green",
        DueLight.Yellow => "yellow",
        DueLight.Red => "red",
        DueLight.Grey => "grey",
        _ => "blue",
    };

    /// <summary>What the light says.</summary>
    internal static string Words(IStringLocalizer texts, DueView due) => due switch
    {
        { Light: DueLight.Grey, StopReason: { Length: > 0 } reason } => texts["Shared.Due.StoppedFor", reason],
        { Light: DueLight.Grey } => texts["Shared.Due.Stopped"],
        { Light: DueLight.Blue } => texts["Shared.Due.Early"],
        { RemainingWorkingDays: < 0 } => texts["Shared.Due.Late", -due.RemainingWorkingDays],
        { RemainingWorkingDays: 0 } => texts["Shared.Due.Today"],
        _ => texts["Shared.Due.Left", due.RemainingWorkingDays],
    };
}
